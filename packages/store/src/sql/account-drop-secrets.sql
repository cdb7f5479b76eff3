DELETE FROM kanribo.account_secret WHERE secret = ANY($1::text[])
