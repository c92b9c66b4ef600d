// Constraints and indexes. Each statement may run again; each ends with a semicolon.

// Identity. Every entity carries :Entity beside the label of its kind.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT tally_id IF NOT EXISTS FOR (n:Tally) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE;

// Lists of one kind start at its own label's index and are ordered by id or name.
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organisation_id IF NOT EXISTS FOR (n:Organisation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT country_id IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT agreement_id IF NOT EXISTS FOR (n:Agreement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT weapon_system_id IF NOT EXISTS FOR (n:WeaponSystem) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT arms_sale_id IF NOT EXISTS FOR (n:ArmsSale) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.name);
CREATE INDEX organisation_name IF NOT EXISTS FOR (n:Organisation) ON (n.name);
CREATE INDEX country_name IF NOT EXISTS FOR (n:Country) ON (n.name);
CREATE INDEX agreement_name IF NOT EXISTS FOR (n:Agreement) ON (n.name);
CREATE INDEX weapon_system_name IF NOT EXISTS FOR (n:WeaponSystem) ON (n.name);
CREATE INDEX arms_sale_name IF NOT EXISTS FOR (n:ArmsSale) ON (n.name);
CREATE INDEX event_name IF NOT EXISTS FOR (n:Event) ON (n.name);
CREATE INDEX place_name IF NOT EXISTS FOR (n:Place) ON (n.name);

// `nameKey` is the folded name and `aliasKeys` the folded aliases: exact look-up by any spelling.
CREATE INDEX entity_name_key IF NOT EXISTS FOR (n:Entity) ON (n.nameKey);
CREATE INDEX country_iso2 IF NOT EXISTS FOR (n:Country) ON (n.iso2);
CREATE INDEX organisation_kind IF NOT EXISTS FOR (n:Organisation) ON (n.kind);
CREATE INDEX agreement_kind IF NOT EXISTS FOR (n:Agreement) ON (n.kind);
CREATE INDEX agreement_signed_on IF NOT EXISTS FOR (n:Agreement) ON (n.signedOn);
CREATE INDEX weapon_system_kind IF NOT EXISTS FOR (n:WeaponSystem) ON (n.kind);
CREATE INDEX arms_sale_stage IF NOT EXISTS FOR (n:ArmsSale) ON (n.stage);
CREATE INDEX arms_sale_value IF NOT EXISTS FOR (n:ArmsSale) ON (n.value);
CREATE INDEX arms_sale_approved_on IF NOT EXISTS FOR (n:ArmsSale) ON (n.approvedOn);
CREATE INDEX event_kind IF NOT EXISTS FOR (n:Event) ON (n.kind);
CREATE INDEX event_starts_on IF NOT EXISTS FOR (n:Event) ON (n.startsOn);

// Documents and statements: provenance, timelines, superseding by source.
CREATE INDEX document_source IF NOT EXISTS FOR (n:Document) ON (n.source);
CREATE INDEX document_published_on IF NOT EXISTS FOR (n:Document) ON (n.publishedOn);
CREATE INDEX document_story IF NOT EXISTS FOR (n:Document) ON (n.story);
CREATE INDEX statement_type IF NOT EXISTS FOR (n:Statement) ON (n.type);
CREATE INDEX statement_confidence IF NOT EXISTS FOR (n:Statement) ON (n.confidence);
CREATE INDEX statement_relationship IF NOT EXISTS FOR (n:Statement) ON (n.relationshipId);
CREATE INDEX statement_relationship_modality_day IF NOT EXISTS FOR (n:Statement) ON (n.relationshipId, n.modality, n.publishedOn);

// Edges are summarised again, and exported in pages, by their ids.
CREATE INDEX holds_position_edge IF NOT EXISTS FOR ()-[r:HOLDS_POSITION]-() ON (r.id);
CREATE INDEX signed_edge IF NOT EXISTS FOR ()-[r:SIGNED]-() ON (r.id);
CREATE INDEX party_to_edge IF NOT EXISTS FOR ()-[r:PARTY_TO]-() ON (r.id);
CREATE INDEX approved_sale_edge IF NOT EXISTS FOR ()-[r:APPROVED_SALE]-() ON (r.id);
CREATE INDEX sold_to_edge IF NOT EXISTS FOR ()-[r:SOLD_TO]-() ON (r.id);
CREATE INDEX sold_by_edge IF NOT EXISTS FOR ()-[r:SOLD_BY]-() ON (r.id);
CREATE INDEX includes_edge IF NOT EXISTS FOR ()-[r:INCLUDES]-() ON (r.id);
CREATE INDEX manufactures_edge IF NOT EXISTS FOR ()-[r:MANUFACTURES]-() ON (r.id);
CREATE INDEX operates_edge IF NOT EXISTS FOR ()-[r:OPERATES]-() ON (r.id);
CREATE INDEX plans_to_acquire_edge IF NOT EXISTS FOR ()-[r:PLANS_TO_ACQUIRE]-() ON (r.id);
CREATE INDEX participated_in_edge IF NOT EXISTS FOR ()-[r:PARTICIPATED_IN]-() ON (r.id);
CREATE INDEX held_in_edge IF NOT EXISTS FOR ()-[r:HELD_IN]-() ON (r.id);
CREATE INDEX located_in_edge IF NOT EXISTS FOR ()-[r:LOCATED_IN]-() ON (r.id);
CREATE INDEX part_of_edge IF NOT EXISTS FOR ()-[r:PART_OF]-() ON (r.id);
CREATE INDEX concerns_edge IF NOT EXISTS FOR ()-[r:CONCERNS]-() ON (r.id);
CREATE INDEX variant_of_edge IF NOT EXISTS FOR ()-[r:VARIANT_OF]-() ON (r.id);

// Full text: names in any spelling, and the sentences that say so.
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX statement_text IF NOT EXISTS FOR (n:Statement) ON EACH [n.quote, n.foldedQuote]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: false}};

// Fingerprints: reprints share at least one band.
CREATE INDEX document_band0 IF NOT EXISTS FOR (n:Document) ON (n.band0);
CREATE INDEX document_band1 IF NOT EXISTS FOR (n:Document) ON (n.band1);
CREATE INDEX document_band2 IF NOT EXISTS FOR (n:Document) ON (n.band2);
CREATE INDEX document_band3 IF NOT EXISTS FOR (n:Document) ON (n.band3);
CREATE INDEX document_band4 IF NOT EXISTS FOR (n:Document) ON (n.band4);
CREATE INDEX document_band5 IF NOT EXISTS FOR (n:Document) ON (n.band5);

// Identity: entities of the first layer, what they are looked up by, what may be one, what people judged.
CREATE CONSTRAINT local_id IF NOT EXISTS FOR (n:Local) REQUIRE n.id IS UNIQUE;
CREATE INDEX local_entity IF NOT EXISTS FOR (n:Local) ON (n.entity);
CREATE CONSTRAINT block_id IF NOT EXISTS FOR (n:Block) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT unresolved_id IF NOT EXISTS FOR (n:Unresolved) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT candidate_id IF NOT EXISTS FOR (n:Candidate) REQUIRE n.id IS UNIQUE;
CREATE INDEX candidate_left IF NOT EXISTS FOR (n:Candidate) ON (n.left);
CREATE INDEX candidate_right IF NOT EXISTS FOR (n:Candidate) ON (n.right);
CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE;
CREATE INDEX judgement_left IF NOT EXISTS FOR (n:Judgement) ON (n.left);
CREATE INDEX judgement_right IF NOT EXISTS FOR (n:Judgement) ON (n.right);

// What was: versions of entities and documents that newer ones took the place of, statements that were
// withdrawn or moved, entities and documents that are not there any more.
CREATE INDEX past_statement_id_until IF NOT EXISTS FOR (n:PastStatement) ON (n.id, n.heldUntil);
CREATE INDEX past_statement_relationship IF NOT EXISTS FOR (n:PastStatement) ON (n.relationshipId);
CREATE INDEX past_local_id IF NOT EXISTS FOR (n:PastLocal) ON (n.id);
CREATE INDEX past_candidate_left IF NOT EXISTS FOR (n:PastCandidate) ON (n.left);
CREATE INDEX past_candidate_right IF NOT EXISTS FOR (n:PastCandidate) ON (n.right);
CREATE INDEX past_local_entity IF NOT EXISTS FOR (n:PastLocal) ON (n.entity);
CREATE CONSTRAINT gone_entity_id IF NOT EXISTS FOR (n:GoneEntity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT gone_document_id IF NOT EXISTS FOR (n:GoneDocument) REQUIRE n.id IS UNIQUE;
CREATE FULLTEXT INDEX version_text IF NOT EXISTS FOR (n:Version) ON EACH [n.name, n.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX past_statement_text IF NOT EXISTS FOR (n:PastStatement) ON EACH [n.quote, n.foldedQuote]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: false}};

// What was forgotten, by its id alone.
CREATE CONSTRAINT tombstone_id IF NOT EXISTS FOR (n:Tombstone) REQUIRE n.id IS UNIQUE;
