ALTER TABLE kanribo.account_session ADD COLUMN passkey text;
