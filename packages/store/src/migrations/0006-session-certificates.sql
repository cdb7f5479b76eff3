ALTER TABLE kanribo.account_session
  ADD COLUMN certificate text,
  ADD COLUMN certificate_subject text;
