INSERT INTO kanribo.account_counter AS stored (counter, count, changed_ms)
VALUES ($1, greatest(0, $2::bigint), $3)
ON CONFLICT (counter) DO UPDATE
SET count = greatest(0, stored.count + $2::bigint),
  changed_ms = greatest(stored.changed_ms, excluded.changed_ms)
