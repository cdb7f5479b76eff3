SELECT hashes
FROM kanribo.tile
WHERE contract_id = $1 AND log = $2 AND level = $3 AND index = $4
