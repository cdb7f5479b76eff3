INSERT INTO kanribo.account_secret (secret, account, kind, sealed, counter, made_ms)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (secret) DO UPDATE
SET account = $2, kind = $3, sealed = $4, counter = $5, made_ms = $6
