// The limit: Cypher written by hand, sent over the driver, behind a bare HTTP server. The body is
// {"query": "point", "variables": {...}}: the name of a workload.
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, PORT, RAW_TEXTS } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
});
const texts = JSON.parse(RAW_TEXTS);

async function answer(body) {
  const { query, variables } = JSON.parse(body);
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records } = await session.run(texts[query], variables);
    return JSON.stringify({ data: records[0]?.get('data') ?? null });
  } finally {
    await session.close();
  }
}

const server = createServer((req, res) => {
  let body = '';
  req.setEncoding('utf8');
  req.on('data', (chunk) => {
    body += chunk;
  });
  req.on('end', () =>
    answer(body)
      .then((text) => {
        res.writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(text),
        });
        res.end(text);
      })
      .catch((error) =>
        res.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] })),
      ),
  );
});
server.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
