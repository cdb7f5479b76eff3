SELECT secret, account, kind, sealed, counter, made_ms
FROM kanribo.account_secret
WHERE secret = ANY($1::text[])
