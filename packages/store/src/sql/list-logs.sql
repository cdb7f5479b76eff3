SELECT contract_id, log, origin, size, root
FROM kanribo.log
ORDER BY contract_id, log
