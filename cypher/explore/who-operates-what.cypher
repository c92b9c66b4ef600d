// Weapon systems and who operates them
MATCH path = (:Entity)-[:OPERATES]->(:WeaponSystem)
RETURN path LIMIT 60
