DELETE FROM kanribo.account_counter WHERE counter = ANY($1::text[])
