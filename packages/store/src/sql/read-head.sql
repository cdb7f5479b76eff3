SELECT origin, size, root
FROM kanribo.log
WHERE contract_id = $1 AND log = $2
