SELECT kanribo.erase_particulars($1, $2, $3, $4)
