DELETE FROM kanribo.account_session WHERE started_ms < $1
