DELETE FROM kanribo.account_session WHERE session = ANY($1::text[])
RETURNING session
