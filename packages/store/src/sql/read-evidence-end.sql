SELECT max(position)
FROM kanribo.evidence
WHERE contract_id = $1 AND digest = $2
