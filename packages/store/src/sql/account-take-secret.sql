DELETE FROM kanribo.account_secret WHERE secret = $1
RETURNING secret, account, kind, sealed, counter, made_ms
