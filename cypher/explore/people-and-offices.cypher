// People and the offices they hold
MATCH path = (:Person)-[r:HOLDS_POSITION]->(:Entity)
RETURN path ORDER BY r.statementCount DESC LIMIT 60
