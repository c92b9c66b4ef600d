import { userInfo } from 'node:os';
import { defineCommand } from 'citty';
import { readConfig } from '../../config.ts';
import { migrate } from '../../db/migrate.ts';
import { ConfigError } from '../../errors.ts';
import { judge, VERDICTS, withdrawJudgement } from '../../ingest/merge/judge.ts';
import { createLog } from '../../log.ts';
import { run } from '../run.ts';
import { withDatabase } from '../with-database.ts';

export const judgeCommand = defineCommand({
  meta: {
    name: 'judge',
    description: 'Record that two entities are the same, or different, or take that back',
  },
  args: {
    a: { type: 'positional', required: false, description: 'An id, as the API shows it' },
    b: { type: 'positional', required: false, description: 'Another' },
    verdict: { type: 'positional', required: false, description: VERDICTS.join(', ') },
    why: { type: 'string', description: 'Why, for whoever reads the list' },
    who: { type: 'string', description: 'Who judges; the user of this machine when left out' },
    withdraw: { type: 'string', description: 'Instead: the id of a judgement to take back' },
  },
  run: ({ args }) =>
    run(async () => {
      const verdict = VERDICTS.find((one) => one === args.verdict);
      const { a, b } = args;
      if (!args.withdraw && (!a || !b || !verdict))
        throw new ConfigError(
          `judge takes two ids and one of ${VERDICTS.join(', ')}, or --withdraw with the id of a judgement.`,
        );
      const config = readConfig();
      const by = { who: args.who ?? userInfo().username, at: new Date().toISOString() };
      const recorded = await withDatabase(
        config,
        createLog(config.LOG_LEVEL),
        async (database, signal) => {
          await migrate(database, { signal });
          if (args.withdraw) return withdrawJudgement(database, args.withdraw, by);
          const why = args.why ?? null;
          return judge(database, { ...by, left: a!, right: b!, verdict: verdict!, why });
        },
      );
      process.stdout.write(`${JSON.stringify(recorded, null, 2)}\n`);
    }),
});
