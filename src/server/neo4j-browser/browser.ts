import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../root.ts';

/** A saved query for Neo4j Browser: its title, its Cypher, and a link that opens it there. */
export interface SavedQuery {
  readonly name: string;
  readonly title: string;
  readonly cypher: string;
  readonly link: string | null;
}

const FOLDER = path.join(ROOT, 'cypher/explore');

/** Colours and captions for Neo4j Browser, in GraSS. */
export const readStyle = (): string => readFileSync(path.join(FOLDER, 'style.grass'), 'utf8');

export interface BrowserAddress {
  /** Address of Neo4j Browser, such as `http://127.0.0.1:7474/browser/`. */
  readonly url: string | null;
  readonly bolt: string;
}

/** A link that opens Neo4j Browser with a query in its editor; null without an address. */
export function browserLink({ url, bolt }: BrowserAddress, cypher: string): string | null {
  if (url === null) return null;
  const parameters = new URLSearchParams({ connectURL: bolt, cmd: 'edit', arg: cypher });
  return `${url}?${parameters}`;
}

/** Reads `cypher/explore`; the first comment line of a file is its title. */
export function readSavedQueries(address: BrowserAddress, folder = FOLDER): SavedQuery[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8').trim();
      const cypher = text.replace(/^\/\/.*\n/gm, '').trim();
      return {
        name: path.basename(file, '.cypher'),
        title: /^\/\/ (.+)$/m.exec(text)?.[1] ?? file,
        cypher,
        link: browserLink(address, cypher),
      };
    });
}
