// Arms sales by buyer: how many, and their value by currency
MATCH (s:ArmsSale)-[:SOLD_TO]->(buyer:Country)
RETURN buyer.name AS buyer, s.currency AS currency, count(s) AS sales, sum(s.value) AS value
ORDER BY sales DESC, buyer LIMIT 50
