import { KIND_MEANINGS, KIND_NAMES, MODALITIES, MODALITY_MEANINGS } from '../src/model/kinds.ts';
import { RELATIONSHIP_TYPES, RELATIONSHIPS } from '../src/model/relationships.ts';
import { builder, enumTypes } from './builder.ts';

const described = <Name extends string>(
  names: readonly Name[],
  meaning: (name: Name) => string,
): Record<Name, { description: string }> =>
  Object.fromEntries(names.map((name) => [name, { description: meaning(name) }])) as never;

export const EntityKindEnum = builder.enumType('EntityKind', {
  description: 'What an entity is.',
  values: described(KIND_NAMES, (kind) => KIND_MEANINGS[kind]),
});
export const RelationshipTypeEnum = builder.enumType('RelationshipType', {
  description: 'How one entity is tied to another.',
  values: described(RELATIONSHIP_TYPES, (type) => RELATIONSHIPS[type].means),
});
export const ModalityEnum = builder.enumType('Modality', {
  description: 'How a document says it: as done, as planned, as rumoured, or that it is not so.',
  values: described(MODALITIES, (modality) => MODALITY_MEANINGS[modality]),
});
Object.assign(enumTypes, {
  EntityKind: EntityKindEnum,
  RelationshipType: RelationshipTypeEnum,
  Modality: ModalityEnum,
});

export const DirectionEnum = builder.enumType('Direction', {
  description: 'Which way relationships are followed.',
  values: {
    OUT: { description: 'From this entity.' },
    IN: { description: 'To this entity.' },
    BOTH: { description: 'Either way.' },
  },
});
export const SortOrderEnum = builder.enumType('SortOrder', {
  description: 'Which end of an order comes first.',
  values: { ASC: { description: 'Smallest first.' }, DESC: { description: 'Largest first.' } },
});
