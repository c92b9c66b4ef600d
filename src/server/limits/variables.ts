import { TooLargeError } from '../../errors.ts';

/** Lists and objects inside each other: a filter of as many conditions as it may have is less deep. */
const DEPTH_MAX = 100;
const VALUES_MAX = 10_000;

/**
 * Judges variables before they are read into their types, which goes as deep as they do.
 * @throws {TooLargeError}
 */
export function checkVariables(variables: unknown): void {
  let level: unknown[] = [variables];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_MAX)
      throw new TooLargeError(`the variables are nested more than ${DEPTH_MAX} deep.`);
    const below: unknown[] = [];
    for (const value of level)
      if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value)) below.push(item);
    values += below.length;
    if (values > VALUES_MAX)
      throw new TooLargeError(
        `the variables hold more than ${VALUES_MAX} values; ask in several requests.`,
      );
    level = below;
  }
}
