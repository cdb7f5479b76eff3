CREATE SCHEMA kanribo;

GRANT USAGE ON SCHEMA kanribo TO kanribo_server;

CREATE TABLE kanribo.migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  hash text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
