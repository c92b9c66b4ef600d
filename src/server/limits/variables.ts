import { TooLargeError } from '../../errors.ts';

/** Most nested lists and objects; a filter with the most allowed conditions is less deep. */
const DEPTH_MAX = 100;
const VALUES_MAX = 10_000;

/**
 * Bounds variables before they are coerced, which recurses as deep as they are nested.
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
