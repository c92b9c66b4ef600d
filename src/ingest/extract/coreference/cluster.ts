import type { Kind, Mention } from '../vocabulary.ts';

/** Mentions of one thing, before it is an entity. */
export class Group {
  mentions: Mention[] = [];
  forms = new Set<string>();
  kind: Kind;
  name: string;

  constructor(kind: Kind, name: string) {
    this.kind = kind;
    this.name = name;
  }
  add(mention: Mention, form = mention.text) {
    this.mentions.push(mention);
    if (!mention.reference) this.forms.add(form);
  }
}
