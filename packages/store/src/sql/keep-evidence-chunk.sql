INSERT INTO kanribo.evidence (contract_id, digest, position, chunk)
SELECT $1, $2, $3, $4
WHERE NOT EXISTS (
  SELECT FROM kanribo.evidence WHERE contract_id = $1 AND digest = $2 AND position = $3
)
ON CONFLICT DO NOTHING
