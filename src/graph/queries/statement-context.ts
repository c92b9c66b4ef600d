import { toInteger } from '../../db/integer.ts';
import { bare, type Clause } from '../compile/field.ts';
import { heldVersion, labelsAt, typesAt } from '../held.ts';

/**
 * Cypher counts code points, offsets are UTF-16 units. A text is cut this many characters earlier,
 * so that characters outside the Basic Multilingual Plane before the quote do not push it out of
 * the cut.
 */
const SLACK = 300;

/** A quote with the part of its document around it. */
export const contextClause: Clause = ({ from, to, name, param, at: moment }) => {
  const statement = bare(from);
  const [document, at] = [name('d'), name('at')];
  const [before, after] = [param('before', toInteger), param('after', toInteger)];
  const first = `${statement}.start - ${before} - ${SLACK}`;
  const found =
    moment === undefined
      ? `MATCH (${from})-[:FROM]->(${document}:Document)`
      : `MATCH (${from})-[:${typesAt('FROM', moment)}]->(${document}_:${labelsAt('Document', moment)})
${heldVersion(`${document}_`, document, moment)}`;
  return `${found}
WITH ${document}, CASE WHEN ${first} > 0 THEN ${first} ELSE 0 END AS ${at}
WITH {quote: ${statement}.quote, start: ${statement}.start, at: ${at}, before: ${before}, after: ${after},
  cut: substring(${document}.text, ${at}, ${statement}.end + ${after} - ${at})} AS ${to}`;
};
