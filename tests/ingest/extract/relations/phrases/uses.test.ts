import { describe, expect, test } from 'vitest';
import { usesAndMakers } from '../../../../../src/ingest/extract/relations/phrases/uses.ts';
import { namesIn } from '../names-in.ts';

const told = (raw: string) =>
  usesAndMakers(namesIn(raw), []).map(
    ({ type, subject, object, modality }) =>
      `${subject.name} ${type} ${object.name}${modality === 'asserted' ? '' : ` (${modality})`}`,
  );

describe('who uses, makes and will buy a system', () => {
  test.each([
    ['Norway operates five P-8 aircraft.', 'Norway OPERATES P-8'],
    ['The Royal Norwegian Air Force already flies the F-35.', 'OPERATES F-35'],
    ['The M777 is in service with Canada.', 'Canada OPERATES M777'],
    ['Six M777 in service with Canada were lost.', 'Canada OPERATES M777'],
    ["Poland's fleet of 48 F-16 was praised.", 'Poland OPERATES F-16'],
    ['The Iranian-made Shahed-136 was shot down.', 'Iran MANUFACTURES Shahed-136'],
    ['The NASAMS built by Kongsberg was shown.', 'MANUFACTURES NASAMS'],
    ['Norway operates the F-16 and the F-35.', 'Norway OPERATES F-35'],
    ['Norway has five P-8 aircraft.', 'Norway OPERATES P-8'],
    ["Norway's F-16 fleet is old.", 'Norway OPERATES F-16'],
    ['Norwegian F-35 pilots came first.', 'Norway OPERATES F-35'],
    ['Kongsberg, the maker of the NASAMS, was pleased.', 'MANUFACTURES NASAMS'],
    ['The NASAMS maker Kongsberg was pleased.', 'MANUFACTURES NASAMS'],
    ['The NASAMS was developed by Kongsberg.', 'MANUFACTURES NASAMS'],
    ['Norway plans to buy six F-35 jets.', 'Norway PLANS_TO_ACQUIRE F-35'],
    ['Norway has ordered the F-35.', 'Norway PLANS_TO_ACQUIRE F-35'],
    ['Norway signed a contract for 24 K9 howitzers.', 'Norway PLANS_TO_ACQUIRE K9'],
    ['The K9 howitzers ordered by Norway are late.', 'Norway PLANS_TO_ACQUIRE K9'],
    ['Norway operates the F-16, the P-8 and the M777.', 'Norway OPERATES M777'],
    ['Norway is operating the P-8.', 'Norway OPERATES P-8'],
    ['Chile and Norway are flying the P-8.', 'Chile OPERATES P-8'],
    ['Peru said that Norway operates the P-8.', 'Norway OPERATES P-8'],
    ['A Royal Norwegian Air Force F-35 landed.', 'OPERATES F-35'],
    ["Norway's inventory to date, including the P-8 and the M777.", 'Norway OPERATES M777'],
    ['The Royal Norwegian Air Force is equipped with the F-35.', 'OPERATES F-35'],
    ['Norway operates the F-16, and Chile asks about the M777.', 'Norway OPERATES F-16'],
    ['Norway no longer operates the F-16.', null],
    ['Norway will not buy the F-16.', null],
    ['Norway has two P-8 boats on order.', null],
    ['Norway flew against F-16 jets.', null],
    ['The M777 is in service with the Norwegian Hunters.', null],
    ['Norway and its F-16 came.', null],
  ])('%s', (raw, said) => {
    const all = told(raw).join('; ');
    if (said === null) expect(all).not.toMatch(/^[^(]+$/);
    else expect(all).toContain(said);
  });
});
