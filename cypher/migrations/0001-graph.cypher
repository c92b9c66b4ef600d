// One node about the graph itself: when it was made, and when something was last read into it.
MERGE (g:Graph {id: 'graph'})
ON CREATE SET g.createdAt = datetime();
