UPDATE kanribo.account_secret SET counter = $2 WHERE secret = $1 AND counter < $2
RETURNING counter
