SELECT number, name, hash
FROM kanribo.migration
ORDER BY number
