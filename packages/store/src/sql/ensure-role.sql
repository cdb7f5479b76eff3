DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kanribo_server') THEN
    BEGIN
      CREATE ROLE kanribo_server NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END IF;
  BEGIN
    SET LOCAL ROLE kanribo_server;
    RESET ROLE;
  EXCEPTION WHEN insufficient_privilege THEN
    GRANT kanribo_server TO SESSION_USER;
  END;
END
$$
