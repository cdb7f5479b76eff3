INSERT INTO kanribo.migration (number, name, hash)
VALUES ($1, $2, $3)
