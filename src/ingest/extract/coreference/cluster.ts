import type { EntityKind } from '../../../model/kinds.ts';
import type { Mention } from '../vocabulary.ts';

/** Mentions of the same entity, before one is made of them. */
export class Cluster {
  mentions: Mention[] = [];
  forms = new Set<string>();
  kind: EntityKind;
  name: string;

  constructor(kind: EntityKind, name: string) {
    this.kind = kind;
    this.name = name;
  }
  add(mention: Mention, form = mention.text) {
    this.mentions.push(mention);
    if (!mention.reference) this.forms.add(form);
  }
}
