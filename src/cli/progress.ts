import cliProgress from 'cli-progress';
import type { OnProgress } from '../embedded/java/jars.ts';
import type { Report } from '../ingest/ingest.ts';

const LINE_EVERY_MS = 5_000;

/** Shows progress on stderr: a bar on a terminal, otherwise a line now and then. */
export function jarsProgress(): OnProgress {
  const bar = new cliProgress.SingleBar(
    {
      format: 'fetching Neo4j, once {bar} {value} of {total} jars',
      stream: process.stderr,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  let said = 0;
  return (done, total) => {
    if (process.stderr.isTTY) {
      if (!started) bar.start(total, done);
      else bar.update(done);
      started = true;
      if (done >= total) bar.stop();
      return;
    }
    if (done < total && performance.now() - said < LINE_EVERY_MS) return;
    said = performance.now();
    process.stderr.write(`fetching Neo4j, once: ${done} of ${total} jars\n`);
  };
}

export function ingestProgress(): { tick(report: Readonly<Report>): void; stop(): void } {
  const bar = new cliProgress.SingleBar({
    format: 'reading {spinner} {documents} documents, {statements} statements, {rejected} rejected',
    stream: process.stderr,
    hideCursor: true,
  });
  let started = false;
  let said = performance.now();
  return {
    tick({ documents, statements, rejected }) {
      if (process.stderr.isTTY) {
        if (!started) bar.start(1, 0, { spinner: '·', documents, statements, rejected });
        else bar.update(0, { spinner: '·', documents, statements, rejected });
        started = true;
      } else if (performance.now() - said > LINE_EVERY_MS) {
        said = performance.now();
        process.stderr.write(
          `read ${documents} documents, ${statements} statements, ${rejected} rejected\n`,
        );
      }
    },
    stop() {
      if (started) bar.stop();
    },
  };
}

export function evaluateProgress(): {
  tick(doing: string, done: number, all: number): void;
  stop(): void;
} {
  const bar = new cliProgress.SingleBar(
    { format: '{doing} {bar} {value} of {total}', stream: process.stderr, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  let current = '';
  let said = performance.now();
  return {
    tick(doing, done, all) {
      if (process.stderr.isTTY) {
        if (doing !== current) {
          if (current !== '') bar.stop();
          bar.start(all, done, { doing });
        } else bar.update(done);
        current = doing;
      } else if (performance.now() - said > LINE_EVERY_MS) {
        said = performance.now();
        process.stderr.write(`${doing} ${done} of ${all}\n`);
      }
    },
    stop() {
      if (current !== '') bar.stop();
    },
  };
}
