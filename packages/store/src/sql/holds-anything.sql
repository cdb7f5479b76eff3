SELECT EXISTS (SELECT FROM kanribo.log) OR EXISTS (SELECT FROM kanribo.evidence)
