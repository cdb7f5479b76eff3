CREATE TABLE kanribo.account_secret (
  secret text COLLATE "C" PRIMARY KEY,
  account text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  sealed bytea NOT NULL,
  counter bigint NOT NULL CHECK (counter >= 0),
  made_ms bigint NOT NULL
);

CREATE TABLE kanribo.account_session (
  session text COLLATE "C" PRIMARY KEY,
  account text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  since bigint NOT NULL,
  started_ms bigint NOT NULL,
  seen_ms bigint NOT NULL,
  proved_ms bigint NOT NULL,
  address text NOT NULL,
  agent text NOT NULL,
  mac bytea NOT NULL
);

CREATE INDEX account_session_account ON kanribo.account_session (account);

CREATE TABLE kanribo.account_counter (
  counter text COLLATE "C" PRIMARY KEY,
  count bigint NOT NULL CHECK (count >= 0),
  changed_ms bigint NOT NULL
);

GRANT SELECT, INSERT, DELETE ON
  kanribo.account_secret, kanribo.account_session, kanribo.account_counter
TO kanribo_server;
GRANT UPDATE (account, kind, sealed, counter, made_ms) ON kanribo.account_secret TO kanribo_server;
GRANT UPDATE (seen_ms, proved_ms) ON kanribo.account_session TO kanribo_server;
GRANT UPDATE (count, changed_ms) ON kanribo.account_counter TO kanribo_server;
