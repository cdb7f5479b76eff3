SELECT session, account, kind, since, started_ms, seen_ms, proved_ms, address, agent, mac, passkey,
  certificate, certificate_subject
FROM kanribo.account_session
WHERE account = $1
ORDER BY session
