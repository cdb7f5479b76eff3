CREATE FUNCTION kanribo.erase_particulars(
  of_contract text,
  of_log kanribo.log_name,
  erased_sequence bigint,
  erasure_sequence bigint
) RETURNS boolean
LANGUAGE sql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  WITH erased AS (
    UPDATE kanribo.entry
    SET salt = NULL, particulars = NULL
    WHERE contract_id = $1 AND log = $2 AND sequence = $3 AND $3 < $4
      AND EXISTS (
        SELECT FROM kanribo.entry AS erasure
        WHERE erasure.contract_id = $1 AND erasure.log = $2 AND erasure.sequence = $4
          AND erasure.entry::jsonb -> 'declaration' = '"log/erased@1"'
          AND erasure.entry::jsonb -> 'facts' -> 'sequence' = to_jsonb($3)
      )
    RETURNING sequence
  )
  SELECT EXISTS (SELECT FROM erased)
$$;

REVOKE ALL ON FUNCTION kanribo.erase_particulars FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kanribo.erase_particulars TO kanribo_server;
