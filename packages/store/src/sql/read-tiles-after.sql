SELECT level, index, hashes
FROM kanribo.tile
WHERE contract_id = $1 AND log = $2 AND (level, index) > ($3, $4)
ORDER BY level, index
LIMIT 128
