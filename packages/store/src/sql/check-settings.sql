SELECT
  current_setting('fsync'),
  current_setting('full_page_writes'),
  set_config('synchronous_commit', current_setting('synchronous_commit'), false),
  current_setting('server_encoding'),
  current_setting('server_version_num')::integer,
  pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean
