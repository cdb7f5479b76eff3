SELECT secret, account, kind, sealed, counter, made_ms
FROM kanribo.account_secret
ORDER BY secret
