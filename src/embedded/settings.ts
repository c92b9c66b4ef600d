export interface Ports {
  readonly bolt: number;
  readonly http: number;
}

export interface Settings {
  readonly ports: Ports;
  /** For tests: a small heap, a fast compiler, no Neo4j Browser. */
  readonly lean: boolean;
  readonly memory: Memory;
  /** Address of the server, whose guide and style Neo4j Browser loads; null if unknown. */
  readonly pages?: string | null;
}

/** Sizes in Java's notation: 512m, 2g. */
export interface Memory {
  readonly heap: string;
  readonly pageCache: string;
}

const LEAN: Memory = { heap: '640m', pageCache: '32m' };

/** Renders neo4j.conf: it listens on this machine only, stops fast, and ends abandoned queries. */
export function neo4jConf({ ports, lean, memory, pages }: Settings): string {
  const settings: Record<string, string | number | boolean> = {
    'dbms.usage_report.enabled': false,
    'server.default_listen_address': '127.0.0.1',
    'server.default_advertised_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${ports.bolt}`,
    'server.bolt.advertised_address': `127.0.0.1:${ports.bolt}`,
    'server.http.enabled': !lean,
    'server.http.listen_address': `127.0.0.1:${ports.http}`,
    'server.http.advertised_address': `127.0.0.1:${ports.http}`,
    'server.https.enabled': false,
    'server.http_enabled_modules': 'BROWSER,TRANSACTIONAL_ENDPOINTS',
    'dbms.security.auth_enabled': true,
    'db.transaction.timeout': '120s',
    // A preallocated log cannot be torn by a full disk.
    'db.tx_log.preallocate': true,
    'db.tx_log.rotation.size': '64M',
    'db.tx_log.rotation.retention_policy': '100M size',
    'server.memory.pagecache.size': (lean ? LEAN : memory).pageCache,
    // The plan of a deep selection takes 0.5 MB, so the default of 1,000 plans would fill the heap.
    'server.memory.query_cache.per_db_cache_num_entries': lean ? 600 : 250,
    // Tests empty and fill the graph repeatedly, which should not make Neo4j plan anew.
    ...(lean && { 'dbms.cypher.min_replan_interval': '1h' }),
    'internal.server.bolt.thread_pool_shutdown_wait_time': '0s',
    'internal.server.bolt.connection_shutdown_wait_time': '0s',
    'browser.remote_content_hostname_whitelist': '127.0.0.1,localhost',
    ...(pages && {
      'browser.post_connect_cmd': `guide ${pages}cypher/guide.html;style ${pages}cypher/style.grass`,
    }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const OPENS = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang'];

/** Arguments of the Java runtime, before the main class. */
export function jvmArguments({ lean, memory }: Pick<Settings, 'lean' | 'memory'>): string[] {
  return [
    ...OPENS.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-XX:+UseSerialGC',
    `-Xmx${(lean ? LEAN : memory).heap}`,
    ...(lean ? ['-XX:TieredStopAtLevel=1', '-Xss2m'] : ['-XX:-OmitStackTraceInFastThrow']),
    '-Dfile.encoding=UTF-8',
    '-Dlog4j2.disable.jmx=true',
  ];
}
