SELECT counter, count, changed_ms FROM kanribo.account_counter WHERE counter = $1
