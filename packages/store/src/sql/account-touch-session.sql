UPDATE kanribo.account_session
SET seen_ms = greatest(seen_ms, $2), proved_ms = greatest(proved_ms, $3)
WHERE session = $1
