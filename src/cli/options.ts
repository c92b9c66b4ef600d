import { parseArgs } from 'node:util';
import type { ArgsDef, CommandDef } from 'citty';

/** Options that citty answers itself. */
const BUILT_IN = new Set(['--help', '-h', '--version', '-v']);

const resolved = async <T>(value: T | Promise<T> | (() => T | Promise<T>)): Promise<T> =>
  typeof value === 'function' ? (value as () => T | Promise<T>)() : value;

/** `dryRun` as the option `dry-run`, in citty's way. */
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function wrongOption(command: string, args: readonly string[], defined: ArgsDef): string | null {
  const options = Object.entries(defined).filter(([, { type }]) => type !== 'positional');
  const isFlag = new Map(options.map(([name, { type }]) => [name, type === 'boolean']));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(([name, { type }]) => [name, { type: type === 'boolean' ? type : 'string' }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option' || BUILT_IN.has(token.rawName)) continue;
    const name = kebab(token.name);
    const known = isFlag.has(name) || isFlag.get(name.replace(/^no-/, '')) === true;
    if (!known || !token.rawName.startsWith('--')) {
      const all = options.map(([each]) => `--${each}`).join(', ');
      return `"${command}" has no option ${token.rawName}; ${all ? `it has ${all}` : 'it has none'}.`;
    }
    if (isFlag.get(name) === false && (token.value === undefined || token.value === ''))
      return `${token.rawName} needs a value; write it as ${token.rawName}=VALUE.`;
  }
  return null;
}

/**
 * A message about the first option that the command does not have; null when all are known. Citty
 * ignores unknown options, so that a mistyped `--dry-run` would write.
 */
export async function wrongOptionOf(
  command: CommandDef,
  args: readonly string[],
  called = 'entente',
): Promise<string | null> {
  const subCommands = await resolved(command.subCommands);
  if (!subCommands)
    return wrongOption(called, args, ((await resolved(command.args)) ?? {}) as ArgsDef);
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const before = wrongOption(called, at < 0 ? args : args.slice(0, at), {});
  const name = args[at] ?? '';
  if (before !== null || !Object.hasOwn(subCommands, name)) return before;
  const sub = (await resolved(subCommands[name])) as CommandDef;
  return wrongOptionOf(sub, args.slice(at + 1), `${called} ${name}`);
}
