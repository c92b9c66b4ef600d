import type { ExtractedEntity } from '../../../model/extraction.ts';
import { entityId, lexiconEntityId, unnamedEntityId } from '../../../model/ids.ts';
import { agreementStructure, type Lexicon } from '../../lexicon/lexicon.ts';
import { nameKey } from '../../lexicon/name-key.ts';
import { isGenericAgreement, isShortAgreement } from '../names.ts';
import { countriesOf, type Identity, type Told } from './told.ts';

/** Identifies an agreement: by lexicon, by kind, parties and duration, by name, or by its date. */
export function identifyAgreement(
  entity: ExtractedEntity,
  told: Told,
  lexicon: Pick<Lexicon, 'agreements'>,
): Identity {
  const { key, lexiconId, properties, name, unnamed } = entity;
  if (lexiconId !== null)
    return { id: lexiconEntityId('Agreement', lexiconId), because: 'lexicon' };
  const signers = told.ends(key, 'SIGNED', 'subject');
  // A minister signs for the country whose office he holds.
  const offices = signers
    .filter((signer) => signer.kind === 'Person')
    .flatMap((signer) => told.ends(signer.key, 'HOLDS_POSITION', 'object'));
  const parties = countriesOf([...told.ends(key, 'PARTY_TO', 'subject'), ...signers, ...offices]);
  const years = told.value(key, 'durationYears');
  const kind = properties.kind == null ? undefined : String(properties.kind);
  const structure = agreementStructure(kind, parties, years ?? '');
  const known = lexicon.agreements.get(structure);
  if (parties.length >= 2 && years !== null)
    return {
      id: known ? lexiconEntityId('Agreement', known) : unnamedEntityId('Agreement', [structure]),
      because: 'kind, parties and duration',
    };
  const generic = isGenericAgreement(name);
  if (!unnamed && (generic || isShortAgreement(name)) && parties.length >= 2)
    return {
      id: entityId('Agreement', `${nameKey(name)} ${parties.join(' ')}`),
      because: 'name and parties',
    };
  if (!unnamed && !generic && nameKey(name).split(' ').length >= 3)
    return { id: entityId('Agreement', nameKey(name)), because: 'name' };
  const signedOn = told.value(key, 'signedOn')?.slice(0, 7) ?? null;
  if (parties.length >= 2 && signedOn !== null)
    return {
      id: unnamedEntityId('Agreement', [structure, signedOn]),
      because: 'kind, parties and date',
    };
  return told.local(entity, 'too little told');
}
