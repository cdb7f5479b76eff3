CREATE TABLE kanribo.evidence (
  contract_id text COLLATE "C" NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  position integer NOT NULL CHECK (position >= 0),
  chunk bytea NOT NULL,
  PRIMARY KEY (contract_id, digest, position)
);

ALTER TABLE kanribo.evidence ALTER COLUMN chunk SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON kanribo.evidence TO kanribo_server;
