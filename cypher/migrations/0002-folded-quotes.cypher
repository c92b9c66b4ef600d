// Quotes are found without their accents too; documents that are read again bring them.
DROP INDEX statement_text IF EXISTS;
CREATE FULLTEXT INDEX statement_text IF NOT EXISTS FOR (n:Statement) ON EACH [n.quote, n.foldedQuote]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: false}};
