// Arms sales: who approved, who bought, what was sold
MATCH (s:ArmsSale)
OPTIONAL MATCH path = (s)-[:SOLD_TO|INCLUDES|SOLD_BY]->()
OPTIONAL MATCH approval = ()-[:APPROVED_SALE]->(s)
RETURN s, path, approval LIMIT 100
