CREATE TABLE kanribo.log (
  contract_id text COLLATE "C" NOT NULL,
  log text COLLATE "C" NOT NULL CHECK (log IN ('register', 'access', 'instance')),
  origin text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  PRIMARY KEY (contract_id, log),
  CHECK ((contract_id = 'instance') = (log = 'instance'))
) WITH (fillfactor = 20);

CREATE TABLE kanribo.entry (
  contract_id text COLLATE "C" NOT NULL,
  log text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL CHECK (sequence >= 0),
  entry text NOT NULL,
  salt bytea CHECK (octet_length(salt) = 16),
  particulars text,
  PRIMARY KEY (contract_id, log, sequence),
  CHECK ((salt IS NULL) = (particulars IS NULL))
);

CREATE TABLE kanribo.tile (
  contract_id text COLLATE "C" NOT NULL,
  log text COLLATE "C" NOT NULL,
  level smallint NOT NULL CHECK (level >= 0),
  index bigint NOT NULL CHECK (index >= 0),
  hashes bytea NOT NULL CHECK (octet_length(hashes) = 8192),
  PRIMARY KEY (contract_id, log, level, index)
);

ALTER TABLE kanribo.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON kanribo.log, kanribo.entry, kanribo.tile TO kanribo_server;
GRANT UPDATE (origin, size, root) ON kanribo.log TO kanribo_server;
