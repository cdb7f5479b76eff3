WITH moved AS (
  UPDATE kanribo.log
  SET size = $3 + cardinality($5::text[]), root = $4, origin = coalesce($11, origin)
  WHERE contract_id = $1 AND log = $2 AND size = $3
  RETURNING size
), entered AS (
  INSERT INTO kanribo.entry (contract_id, log, sequence, entry, salt, particulars)
  SELECT
    $1, $2, generate_series($3, size - 1),
    unnest($5::text[]), unnest($6::bytea[]), unnest($7::text[])
  FROM moved
), tiled AS (
  INSERT INTO kanribo.tile (contract_id, log, level, index, hashes)
  SELECT $1, $2, unnest($8::smallint[]), unnest($9::bigint[]), unnest($10::bytea[])
  FROM moved
)
SELECT size FROM moved
