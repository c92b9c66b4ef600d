// From a maker by its weapon to the buyer
MATCH path = (:Organisation)-[:MANUFACTURES]->(:WeaponSystem)<-[:INCLUDES]-(:ArmsSale)-[:SOLD_TO]->(:Country)
RETURN path LIMIT 40
