INSERT INTO kanribo.log (contract_id, log, origin, size, root)
SELECT $1, $2, $3, 0, $4
WHERE NOT EXISTS (SELECT FROM kanribo.log WHERE contract_id = $1 AND log = $2)
ON CONFLICT DO NOTHING
