// How two countries are tied, in the fewest steps
MATCH path = SHORTEST 3 (:Country {id: 'country:IN'}) ((:Entity)-[:SIGNED|PARTY_TO|PARTICIPATED_IN|SOLD_TO|APPROVED_SALE]-(:Entity)){1,4} (:Country {id: 'country:US'})
RETURN path
