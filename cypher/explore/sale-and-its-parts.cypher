// One sale: who sells what to whom, and who approved it
MATCH (s:ArmsSale) WHERE s.value IS NOT NULL
WITH s ORDER BY s.value DESC LIMIT 1
MATCH path = (s)-[:APPROVED_SALE|SOLD_TO|SOLD_BY|INCLUDES]-(:Entity)
RETURN path
