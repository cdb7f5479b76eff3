SELECT DISTINCT digest
FROM kanribo.evidence
WHERE contract_id = $1
ORDER BY digest
