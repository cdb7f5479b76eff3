SELECT entry
FROM kanribo.entry
WHERE contract_id = $1 AND log = $2 AND sequence >= $3 AND sequence < $4
ORDER BY sequence
