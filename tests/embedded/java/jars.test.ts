import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { place, readLock, wrongJars } from '../../../src/embedded/java/jars.ts';
import { checkJava } from '../../../src/embedded/java/java.ts';
import { neo4jConf } from '../../../src/embedded/settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-jars-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the lock names every jar once, with its hash', () => {
  const lock = readLock();
  expect(lock.size).toBe(214);
  for (const [name, hash] of lock)
    expect(`${name} ${hash}`).toMatch(/^[\w.+-]+\.jar [0-9a-f]{64}$/);
});

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

test('a missing jar and a changed one are found', async () => {
  const lock = new Map([
    ['good.jar', hash('a')],
    ['changed.jar', hash('a')],
    ['missing.jar', hash('a')],
  ]);
  writeFileSync(path.join(folder, 'good.jar'), 'a');
  writeFileSync(path.join(folder, 'changed.jar'), 'b');
  expect(await wrongJars(folder, lock)).toEqual(['changed.jar', 'missing.jar']);
});

test('many that fetch at once leave one good folder, whatever lay there before', async () => {
  const lock = new Map([['good.jar', hash('a')]]);
  const target = path.join(folder, 'neo4j');
  const fetchedWith = (name: string, text: string) => {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'good.jar'), text);
    return path.join(folder, name);
  };
  fetchedWith('neo4j', 'broken');
  const fetched = Array.from({ length: 20 }, (_, i) => fetchedWith(`fetching-${i}`, 'a'));
  await Promise.all(fetched.map((one) => place(one, target, lock)));
  expect(await wrongJars(target, lock)).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.endsWith('-old'))).toEqual([]);
});

function fakeJava(version: string): string {
  mkdirSync(path.join(folder, 'bin'), { recursive: true });
  const file = path.join(folder, 'bin', 'java');
  writeFileSync(file, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
  chmodSync(file, 0o755);
  return file;
}

test('without Java, or with one that Neo4j does not run on, the remedy is told', async () => {
  await expect(checkJava(path.join(folder, 'no-java'))).rejects.toThrow(
    /Java 17 is needed .*apt-get install openjdk-17-jre-headless.*or set NEO4J_URI/,
  );
  await expect(checkJava(fakeJava('11.0.2'))).rejects.toThrow(
    /is Java 11; Neo4j 5\.26 runs on 17 to 21/,
  );
  await expect(checkJava(fakeJava('17.0.1'))).resolves.toBeTypeOf('string');
});

test('it listens on this machine only, with a password, and reports to nobody', () => {
  const conf = neo4jConf({
    ports: { bolt: 1, http: 2 },
    lean: false,
    memory: { heap: '1g', pageCache: '300m' },
    pages: 'http://127.0.0.1:4000/',
  });
  expect(conf).toContain(
    'browser.post_connect_cmd=guide http://127.0.0.1:4000/cypher/guide.html;style http://127.0.0.1:4000/cypher/style.grass\n',
  );
  expect(conf).toContain('server.memory.pagecache.size=300m\n');
  expect(conf).toContain('db.tx_log.preallocate=true\n');
  expect(conf).toContain('server.default_listen_address=127.0.0.1\n');
  expect(conf).toContain('dbms.security.auth_enabled=true\n');
  expect(conf).toContain('dbms.usage_report.enabled=false\n');
  expect(conf).not.toContain('0.0.0.0');
});
