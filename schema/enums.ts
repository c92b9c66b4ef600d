import {
  CHOICES,
  KIND_MEANINGS,
  KIND_NAMES,
  MODALITIES,
  MODALITY_MEANINGS,
  OTHER,
  WITHDRAWN_WHY,
  type WithdrawnWhy,
} from '../src/model/kinds.ts';
import { RELATIONSHIP_TYPES, RELATIONSHIPS } from '../src/model/relationships.ts';
import { builder, enumTypes, knownValues } from './builder.ts';

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
export const StatementTypeEnum = builder.enumType('StatementType', {
  description: 'What a statement is about: a relationship, or a plain property of its subject.',
  values: {
    ...described(RELATIONSHIP_TYPES, (type) => RELATIONSHIPS[type].means),
    PROPERTY: { description: 'A property of the subject has a value.' },
  },
});

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const spaced = (name: string) => name.replaceAll('_', ' ');

/** An enumeration for each property that is a choice: `AgreementKind`, `ArmsSaleStage`. */
for (const [kind, choices] of Object.entries(CHOICES))
  for (const [property, values] of Object.entries(choices as Record<string, readonly string[]>)) {
    const name = `${kind}${capital(property)}`;
    enumTypes[name] = builder.enumType(name, {
      description: `The ${property} of ${KIND_MEANINGS[kind as keyof typeof CHOICES].toLowerCase()}`,
      values: described(values, (value) =>
        value === OTHER
          ? 'None of these; also what this version has no name for.'
          : `${capital(spaced(value))}.`,
      ),
    });
    knownValues[name] = values;
  }

const WithdrawnWhyEnum = builder.enumType('WithdrawnWhy', {
  description: 'Why a statement does not hold any more.',
  values: described(Object.keys(WITHDRAWN_WHY) as WithdrawnWhy[], (why) => WITHDRAWN_WHY[why]),
});

Object.assign(enumTypes, {
  WithdrawnWhy: WithdrawnWhyEnum,
  StatementType: StatementTypeEnum,
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
