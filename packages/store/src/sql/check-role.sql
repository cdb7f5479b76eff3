SELECT
  (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)
  OR EXISTS (
    SELECT FROM unnest(ARRAY['kanribo.entry', 'kanribo.tile', 'kanribo.evidence']) AS append_only
    WHERE has_any_column_privilege(append_only, 'UPDATE')
      OR has_table_privilege(append_only, 'DELETE, TRUNCATE')
  )
  OR has_table_privilege('kanribo.log', 'DELETE, TRUNCATE')
  OR has_column_privilege('kanribo.log', 'contract_id', 'UPDATE')
  OR has_column_privilege('kanribo.log', 'log', 'UPDATE')
