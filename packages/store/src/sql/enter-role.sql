SELECT
  set_config('application_name', $1, false),
  set_config('role', 'kanribo_server', false),
  set_config('default_transaction_isolation', 'read committed', false)
