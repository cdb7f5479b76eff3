SELECT sequence, salt, particulars
FROM kanribo.entry
WHERE contract_id = $1 AND log = $2 AND sequence >= $3 AND sequence < $4
  AND particulars IS NOT NULL
ORDER BY sequence
