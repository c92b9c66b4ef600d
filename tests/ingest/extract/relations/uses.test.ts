import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { usesAndMakers } from '../../../../src/ingest/extract/relations/uses.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();
const told = (raw: string) => {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  return usesAndMakers(text, entities, []).map(
    ({ type, subject, object, modality }) =>
      `${subject.name} ${type} ${object.name}${modality === 'asserted' ? '' : ` (${modality})`}`,
  );
};

describe('who uses and who makes a system', () => {
  test.each([
    ['Norway operates five P-8 aircraft.', 'Norway OPERATES P-8'],
    ['The Royal Norwegian Air Force already flies the F-35.', 'OPERATES F-35'],
    ['The M777 is in service with Canada.', 'Canada OPERATES M777'],
    ['Six M777 in service with Canada were lost.', 'Canada OPERATES M777'],
    ["Poland's fleet of 48 F-16 was praised.", 'Poland OPERATES F-16'],
    ['The Iranian-made Shahed-136 was shot down.', 'Iran MANUFACTURES Shahed-136'],
    ['The NASAMS built by Kongsberg was shown.', 'MANUFACTURES NASAMS'],
    ['Norway no longer operates the F-16.', null],
    ['Norway will buy the F-16.', null],
  ])('%s', (raw, said) => {
    const all = told(raw).join('; ');
    if (said === null) expect(all).not.toMatch(/^[^(]+$/);
    else expect(all).toContain(said);
  });
});
