SELECT counter, count, changed_ms
FROM kanribo.account_counter
WHERE starts_with(counter, $1)
ORDER BY counter
