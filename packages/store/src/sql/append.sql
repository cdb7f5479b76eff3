WITH moved AS (
  UPDATE kanribo.log
  SET size = $3 + cardinality($5::text[]), root = $4, origin = coalesce($11, origin)
  WHERE contract_id = $1 AND log = $2 AND size = $3
  RETURNING size
), entered AS (
  INSERT INTO kanribo.entry (contract_id, log, sequence, entry, salt, particulars)
  SELECT $1, $2, $3 + ordinality - 1, entry, salt, particulars
  FROM moved, unnest($5::text[], $6::bytea[], $7::text[])
    WITH ORDINALITY AS given (entry, salt, particulars, ordinality)
), tiled AS (
  INSERT INTO kanribo.tile (contract_id, log, level, index, hashes)
  SELECT $1, $2, level, index, hashes
  FROM moved, unnest($8::smallint[], $9::bigint[], $10::bytea[]) AS given (level, index, hashes)
)
SELECT size FROM moved
