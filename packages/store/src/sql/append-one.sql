WITH moved AS (
  UPDATE kanribo.log
  SET size = size + 1, root = $4
  WHERE contract_id = $1 AND log = $2 AND size = $3
  RETURNING size - 1 AS sequence
)
INSERT INTO kanribo.entry (contract_id, log, sequence, entry, salt, particulars)
SELECT $1, $2, sequence, $5, $6, $7 FROM moved
