SELECT to_regclass('kanribo.migration') IS NOT NULL
