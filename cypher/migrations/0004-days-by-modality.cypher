// First and last days are those of each modality: counts that were kept without it are made anew
// when their entity or relationship is next touched.
MATCH (t:Tally)
CALL (t) { DELETE t } IN TRANSACTIONS OF 10000 ROWS;
DROP INDEX statement_relationship_day IF EXISTS;
