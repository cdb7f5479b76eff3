SELECT string_agg(entry, E'\n' ORDER BY sequence), count(*)
FROM kanribo.entry
WHERE contract_id = $1 AND log = $2 AND sequence >= $3 AND sequence < $4
GROUP BY sequence / 16
ORDER BY sequence / 16
