import { z } from 'zod';
import { SETTINGS } from '../../src/config.ts';

interface Row {
  readonly name: string;
  readonly standard: string;
  readonly description: string;
}

function rows(): Row[] {
  return Object.entries(SETTINGS).map(([name, schema]) => {
    const { default: standard } = z.toJSONSchema(z.object({ value: schema }), { io: 'input' })
      .properties!.value as { default?: unknown };
    return {
      name,
      standard: standard === undefined ? '' : String(standard),
      description: schema.description ?? '',
    };
  });
}

/** `.env.example`: every setting, commented out, with its default. */
export function envExample(): string {
  return `# Every setting, with its default. Copy to .env, and load it with \`set -a; . ./.env\`.\n${rows()
    .map(({ name, standard, description }) => `\n# ${description}\n#${name}=${standard}\n`)
    .join('')}`;
}

/** The table of the README. */
export function settingsTable(): string {
  const lines = rows().map(
    ({ name, standard, description }) =>
      `| \`${name}\` | ${standard && `\`${standard}\``} | ${description} |`,
  );
  return ['| variable | default | what it does |', '| --- | --- | --- |', ...lines].join('\n');
}
