CREATE TYPE kanribo.log_name AS ENUM ('access', 'instance', 'register');

CREATE TABLE kanribo.log (
  contract_id text COLLATE "C" NOT NULL,
  log kanribo.log_name NOT NULL,
  origin text NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL,
  PRIMARY KEY (contract_id, log),
  CHECK ((contract_id = 'instance') = (log = 'instance'))
) WITH (fillfactor = 20);

CREATE TABLE kanribo.entry (
  contract_id text COLLATE "C" NOT NULL,
  log kanribo.log_name NOT NULL,
  sequence bigint NOT NULL,
  entry text NOT NULL,
  salt bytea,
  particulars text,
  PRIMARY KEY (contract_id, log, sequence),
  CHECK ((salt IS NULL) = (particulars IS NULL))
);

CREATE TABLE kanribo.tile (
  contract_id text COLLATE "C" NOT NULL,
  log kanribo.log_name NOT NULL,
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL CHECK (octet_length(hashes) = 8192),
  PRIMARY KEY (contract_id, log, level, index)
);

ALTER TABLE kanribo.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON kanribo.log, kanribo.entry, kanribo.tile TO kanribo_server;
GRANT UPDATE (origin, size, root) ON kanribo.log TO kanribo_server;
