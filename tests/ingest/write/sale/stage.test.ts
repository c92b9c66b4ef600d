import { expect, test } from 'vitest';
import { summariseEntity } from '../../../../src/ingest/write/entity-summary.ts';
import type { Modality } from '../../../../src/model/kinds.ts';

type Told = [stage: string, publishedOn: string | null, modality?: Modality];

function stageOf(told: readonly Told[]): unknown {
  const evidence = told.map(([value, publishedOn, modality = 'asserted'], at) => ({
    ...{ property: 'stage', value, modality, publishedOn, confidence: 0.7, story: `${at}` },
    ...{ currency: null, valueText: null },
  }));
  const naming = { name: 'Sale of radars to Fiji', aliases: [], externalIds: [], count: 1 };
  return summariseEntity('arms-sale:1', 'ArmsSale', [naming], evidence, told.length).stage;
}

const CASES: { says: string; told: Told[]; stage: string | undefined }[] = [
  { says: 'nothing', told: [], stage: undefined },
  {
    says: 'papers that still write of the approval do not outvote the contract',
    told: [
      ['approved', '2024-01'],
      ['contracted', '2024-06'],
      ['approved', '2024-07'],
      ['approved', '2024-08'],
    ],
    stage: 'contracted',
  },
  {
    says: 'a contract that is planned is a proposal',
    told: [['contracted', '2024', 'planned']],
    stage: 'proposed',
  },
  {
    says: 'a cancellation after the approval ends it, whoever recalls the approval later',
    told: [
      ['approved', '2023-02'],
      ['cancelled', '2024-05'],
      ['approved', '2025-01'],
    ],
    stage: 'cancelled',
  },
  {
    says: 'a contract after the cancellation revives it',
    told: [
      ['approved', '2023-02'],
      ['cancelled', '2024-05'],
      ['contracted', '2025-01'],
    ],
    stage: 'contracted',
  },
  {
    says: 'an undated cancellation is the last word',
    told: [
      ['contracted', '2025-01'],
      ['cancelled', null],
    ],
    stage: 'cancelled',
  },
  {
    says: 'a cancellation that is only planned ends nothing',
    told: [
      ['approved', '2023-02'],
      ['cancelled', '2024-05', 'planned'],
    ],
    stage: 'approved',
  },
  {
    says: 'what is no rung is shown where nothing else is',
    told: [['other', '2024']],
    stage: 'other',
  },
];

test.each(CASES)('$says: $stage', ({ told, stage }) => {
  expect(stageOf(told)).toBe(stage);
  expect(stageOf([...told].reverse())).toBe(stage);
});
