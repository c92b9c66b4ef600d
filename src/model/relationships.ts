import type { RelationshipRow } from './relationship-row.ts';

const ACTORS = ['Country', 'Organisation'] as const;
const SIGNERS = ['Person', 'Organisation', 'Country'] as const;

/**
 * The vocabulary: which relationship types may join which kinds. The writer, the GraphQL types,
 * enums and traversals, and the candidates of extraction are made from it. How extraction reads
 * each type is in its own table, `relationship-types.ts`.
 */
export const RELATIONSHIPS = {
  HOLDS_POSITION: {
    means: 'A person holds an office in an organisation or a country.',
    from: ['Person'],
    to: ['Organisation', 'Country'],
    own: { title: 'String?', from: 'FuzzyDate?', to: 'FuzzyDate?' },
    fields: {
      out: { name: 'positions', means: 'Offices held, each with its title.' },
      in: {
        name: 'holders',
        means: {
          Organisation: 'Who holds an office in it.',
          Country: 'Who holds an office of the state.',
        },
      },
    },
    parallelBy: 'title',
  },
  SIGNED: {
    means: 'Someone signed an agreement.',
    from: SIGNERS,
    to: ['Agreement'],
    own: { on: 'FuzzyDate?' },
    fields: {
      out: {
        name: 'signed',
        means: {
          Organisation: 'Agreements it signed.',
          Person: 'Agreements signed in person.',
          Country: 'Agreements it signed.',
        },
      },
      in: { name: 'signatories', means: 'Who signed it.' },
    },
  },
  PARTY_TO: {
    means: 'A country or organisation is bound by an agreement.',
    from: ACTORS,
    to: ['Agreement'],
    own: {},
    fields: {
      out: { name: 'agreements', means: 'Agreements it is a party to.' },
      in: { name: 'parties', means: 'Whom it binds.' },
    },
  },
  APPROVED_SALE: {
    means: 'A country or authority approved an arms sale.',
    from: ACTORS,
    to: ['ArmsSale'],
    own: { on: 'FuzzyDate?' },
    fields: {
      out: { name: 'approvedSales', means: 'Arms sales it approved.' },
      in: { name: 'approvedBy', means: 'Who approved it.' },
    },
  },
  SOLD_TO: {
    means: 'An arms sale goes to this buyer.',
    from: ['ArmsSale'],
    to: ACTORS,
    own: {},
    fields: {
      out: { name: 'soldTo', means: 'The buyer.' },
      in: { name: 'purchases', means: 'Arms sales in which it is the buyer.' },
    },
  },
  SOLD_BY: {
    means: 'An arms sale is supplied by this contractor.',
    from: ['ArmsSale'],
    to: ACTORS,
    own: {},
    fields: {
      out: { name: 'soldBy', means: 'The seller or contractor.' },
      in: {
        name: 'sales',
        means: {
          Organisation: 'Arms sales in which it is the seller or contractor.',
          Country: 'Arms sales in which it is the seller.',
        },
      },
    },
  },
  INCLUDES: {
    means: 'An arms sale includes a weapon system.',
    from: ['ArmsSale'],
    to: ['WeaponSystem'],
    own: { quantity: 'Int?' },
    fields: {
      out: { name: 'items', means: 'Weapon systems sold, each with its number.' },
      in: { name: 'inSales', means: 'Arms sales it is part of, with the number sold.' },
    },
  },
  MANUFACTURES: {
    means: 'A maker builds a weapon system.',
    from: ['Organisation', 'Country'],
    to: ['WeaponSystem'],
    own: {},
    fields: {
      out: { name: 'manufactures', means: 'Weapon systems it makes.' },
      in: { name: 'manufacturers', means: 'Who makes it.' },
    },
  },
  OPERATES: {
    means: 'A country or force has a weapon system in use.',
    from: ACTORS,
    to: ['WeaponSystem'],
    own: { quantity: 'Int?', since: 'FuzzyDate?' },
    fields: {
      out: { name: 'operates', means: 'Weapon systems it has or uses.' },
      in: { name: 'operators', means: 'Who has or uses it.' },
    },
  },
  PLANS_TO_ACQUIRE: {
    means: 'A country or force means to get a weapon system.',
    from: ACTORS,
    to: ['WeaponSystem'],
    own: { quantity: 'Int?' },
    fields: {
      out: { name: 'plannedAcquisitions', means: 'Weapon systems it means to get.' },
      in: { name: 'plannedBy', means: 'Who means to get it.' },
    },
  },
  PARTICIPATED_IN: {
    means: 'Someone took part in an event.',
    from: SIGNERS,
    to: ['Event'],
    own: { role: 'String?', on: 'FuzzyDate?' },
    fields: {
      out: {
        name: 'events',
        means: {
          Organisation: 'Meetings, exercises and the like taken part in.',
          Person: 'Meetings, calls, visits and the like taken part in.',
          Country: 'Meetings, exercises and the like taken part in.',
        },
      },
      in: { name: 'participants', means: 'Who took part, and as what.' },
    },
  },
  HELD_IN: {
    means: 'An event takes place somewhere.',
    from: ['Event'],
    to: ['Place', 'Country'],
    own: { on: 'FuzzyDate?' },
    fields: {
      out: { name: 'heldIn', means: 'Where it was held.' },
      in: { name: 'hosted', means: 'Events held there.' },
    },
  },
  LOCATED_IN: {
    means: 'A place lies in another, or in a country.',
    from: ['Place'],
    to: ['Place', 'Country'],
    own: {},
    fields: {
      out: { name: 'locatedIn', means: 'What it lies in.' },
      in: { name: 'places', means: 'Places in it.' },
    },
  },
  PART_OF: {
    means: 'An organisation or country belongs to another.',
    from: ['Organisation', 'Country'],
    to: ['Organisation', 'Country'],
    own: {},
    fields: {
      out: {
        name: 'partOf',
        means: { Organisation: 'What it is a part of.', Country: 'Bodies it is a member of.' },
      },
      in: {
        name: 'parts',
        means: { Organisation: 'Its parts.', Country: 'Its ministries, forces and other parts.' },
      },
    },
  },
  CONCERNS: {
    means: 'An event or agreement is about something.',
    from: ['Event', 'Agreement'],
    to: ['Agreement', 'WeaponSystem', 'ArmsSale', 'Organisation'],
    own: {},
    fields: {
      out: {
        name: 'concerns',
        means: { Agreement: 'What it is about.', Event: 'What it was about.' },
      },
      in: { name: 'concernedBy', means: 'Events and agreements about it.' },
    },
  },
  VARIANT_OF: {
    means: 'A weapon system is a version of another.',
    from: ['WeaponSystem'],
    to: ['WeaponSystem'],
    own: {},
    fields: {
      out: { name: 'variantOf', means: 'What it is a variant of.' },
      in: { name: 'variants', means: 'Its variants.' },
    },
  },
} as const satisfies Record<string, RelationshipRow>;

export type RelationshipType = keyof typeof RELATIONSHIPS;
export const RELATIONSHIP_TYPES = Object.keys(RELATIONSHIPS) as readonly RelationshipType[];
