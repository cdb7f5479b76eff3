SELECT chunk
FROM kanribo.evidence
WHERE contract_id = $1 AND digest = $2 AND position = $3
