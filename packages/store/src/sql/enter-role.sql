SELECT
  set_config('application_name', $1, false),
  set_config('role', 'kanribo_server', false),
  set_config('default_transaction_isolation', 'read committed', false),
  set_config('plan_cache_mode', 'force_generic_plan', false),
  set_config('idle_in_transaction_session_timeout', '0', false)
