SELECT secret, made_ms FROM kanribo.account_secret
