INSERT INTO kanribo.account_session
  (session, account, kind, since, started_ms, seen_ms, proved_ms, address, agent, mac, passkey,
    certificate, certificate_subject)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
