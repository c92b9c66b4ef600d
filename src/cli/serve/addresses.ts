import type { Config } from '../../config.ts';
import { switchesOf } from '../../server/switches.ts';
import type { OpenedDatabase } from '../with-database.ts';

type Opened = Pick<OpenedDatabase, 'browser' | 'login'>;

/**
 * The text that is printed when the server is ready: its addresses, and those of the database only
 * where the server shows them to visitors too.
 * @param url of the server, with a slash at its end
 */
export function addresses(url: string, { browser, login }: Opened, config: Config): string {
  const open = switchesOf(config);
  const development = config.ENTENTE_PROFILE === 'development';
  const rows = [
    ['start page', url],
    ['GraphQL', `${url}graphql`],
    ...(open.graphiql ? [['GraphiQL', `${url}graphiql`]] : []),
    ...(open.tools ? [['saved queries', `${url}cypher`]] : []),
    ...(open.metrics && !development ? [['metrics', `${url}metrics`]] : []),
    ...(development && browser.url ? [['Neo4j Browser', browser.url]] : []),
    ...(development ? [['Bolt', browser.bolt]] : []),
    ...(development && login
      ? [['user, password', `${login}, shown by: npx entente neo4j status --password`]]
      : []),
  ];
  return `\nEntente is ready.\n${rows.map(([name = '', value = '']) => `  ${name.padEnd(16)}${value}\n`).join('')}Ctrl-C stops it.\n\n`;
}
