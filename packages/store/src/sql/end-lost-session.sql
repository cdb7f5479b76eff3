SELECT coalesce(bool_and(pg_terminate_backend(pid, 10000)), true)
FROM pg_stat_activity
WHERE application_name = $1 AND usename = session_user AND pid <> pg_backend_pid()
