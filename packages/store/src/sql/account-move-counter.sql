INSERT INTO kanribo.account_counter AS stored (counter, count, changed_ms)
SELECT $1, $2, $3
WHERE $4::bigint = 0 OR EXISTS (SELECT FROM kanribo.account_counter WHERE counter = $1)
ON CONFLICT (counter) DO UPDATE SET count = $2, changed_ms = $3 WHERE stored.count = $4
RETURNING count
