import { addTo } from '../../../grouped.ts';
import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { wordsOf } from '../../lexicon/word-list.ts';
import { GIVEN_NAMES } from '../../lexicon/words.ts';
import { overlap, type Span, sentenceAt, type Text } from '../../text/text.ts';
import { hasWord } from '../../text/whole-word.ts';
import type { Mention, MentionRule } from '../vocabulary.ts';
import type { Cluster } from './cluster.ts';
import { initialsOf, SUFFIX } from './named.ts';

/** Rules that find one town or region, which its short form also names. */
const SINGLE_PLACES: ReadonlySet<MentionRule> = new Set([
  'town',
  'preposition',
  'capital',
  'geography',
]);
const RELATION_OF_NAME = /^(?:al|bin|von|van|de)$/i;

/** Whether a cluster is a town; one mention behind a preposition is too little evidence. */
const isTown = ({ mentions }: Cluster) =>
  mentions.some(({ rule }) => SINGLE_PLACES.has(rule)) &&
  (mentions.length > 1 || mentions[0]!.rule !== 'preposition');

/** Acronyms, and words that the text also has in lower case, are no towns: "However". */
const isOtherWord = ({ clean }: Text, form: string) =>
  /^\p{Lu}{2,}s?$/u.test(form) || hasWord(clean, form.toLowerCase());

/** Words that open sentences and are surnames as well: "He Lifeng", "An Jung-geun". */
const ORDINARY = wordsOf('people/ordinary-surnames');

/** Forms by which texts repeat a person's name: the surname, which in some countries stands first. */
function formsOfPerson(text: Text, { name }: Cluster): string[] {
  const words = name.replace(/,? Jr\.?$/, '').split(' ');
  if (words.length < 2) return [];
  const forms: string[] = [];
  const surname = words.slice(RELATION_OF_NAME.test(words.at(-2)!) ? -2 : -1).join(' ');
  if (words.at(-1)!.length > 2) {
    forms.push(surname);
    if (/^\p{Ll}.* /u.test(surname)) forms.push(surname[0]!.toUpperCase() + surname.slice(1));
  }
  const first = words[0]!;
  if (
    /^\p{Lu}\p{Ll}+$/u.test(first) &&
    !ORDINARY.has(first) &&
    !GIVEN_NAMES.has(first) &&
    !COUNTRY_BY_FORM.has(first) &&
    !isOtherWord(text, first)
  )
    forms.push(first);
  return forms;
}

const isFirstName = (form: string, { kind, name }: Cluster) =>
  kind === 'Person' && name.startsWith(`${form} `);
const CAPITAL_BEHIND = /^ \p{Lu}/u;

/** Finds further mentions of surnames, bracketed acronyms, nicknames and company stems. */
export function propagateAliases(text: Text, groups: Cluster[], taken: Mention[]) {
  const forms = new Map<string, Cluster | null>();
  const offer = (form: string, group: Cluster) =>
    forms.set(form, forms.has(form) && forms.get(form) !== group ? null : group);
  for (const group of groups) {
    const first = group.mentions.reduce((a, b) => (a.start < b.start ? a : b));
    if (group.mentions.every((mention) => mention.rule === 'shape')) continue;
    if (group.kind === 'Person') {
      for (const form of formsOfPerson(text, group)) offer(form, group);
    } else if (group.kind === 'Place') {
      if (isTown(group))
        for (const form of group.forms)
          if (form.length > 3 && !form.includes(' ') && !isOtherWord(text, form))
            offer(form, group);
    } else if (group.kind !== 'Country') {
      const after = text.clean.slice(first.end, first.end + 24);
      const acronym = /^\s+\((?:[“"‘]|the\s)?([A-Z][A-Za-z-]{1,9})[”"’]?\)/.exec(after)?.[1];
      if (acronym && (acronym.length < 7 || initialsOf(group.name).includes(acronym)))
        offer(acronym, group);
      if (
        group.kind === 'Organisation' &&
        group.mentions.some((mention) => mention.properties?.kind === 'company')
      ) {
        const short = first.text.replace(SUFFIX, '').replace(SUFFIX, '');
        if (short !== first.text && short.length > 2) offer(short, group);
      }
      if (group.kind === 'WeaponSystem')
        for (const part of first.text.split(' '))
          if (part.length > 3 && first.rule === 'designation') offer(part, group);
    }
  }
  const near = new Nearby(taken);
  const gone = new Set<Mention>();
  for (const [form, group] of forms) {
    if (!group) continue;
    for (const start of placesOf(form, text.clean)) {
      const span = { start, end: start + form.length };
      const clash = near.firstWith(span);
      if (
        clash &&
        !(clash.rule === 'acronym' || clash.rule === 'preposition' || clash.rule === 'shape')
      )
        continue;
      // "Wang University" is no Wang Yi, unlike "Bin Salman" or "Modi Tuesday".
      if (isFirstName(form, group) && CAPITAL_BEHIND.test(text.clean.slice(span.end, span.end + 3)))
        continue;
      // "Rajnath Singh" is another person than Rajesh Singh, whose surname he has.
      if (clash?.kind === 'Person' && group.kind === 'Person' && clash.text !== form) continue;
      const sentence = sentenceAt(text, span);
      if (!sentence) continue;
      if (clash) gone.add(clash);
      const mention: Mention = {
        ...span,
        kind: group.kind,
        text: form,
        rule: 'alias',
        named: false,
        sentence: sentence.index,
      };
      group.add(mention);
      near.add(mention);
    }
  }
  if (gone.size > 0)
    for (const group of groups) group.mentions = group.mentions.filter((one) => !gone.has(one));
}

const WORD_SIGN = /\w/;

/** Offsets at which a form is a word of its own. */
function* placesOf(form: string, clean: string): Generator<number> {
  for (let at = clean.indexOf(form); at >= 0; ) {
    const alone =
      !/[\w-]/.test(clean[at - 1] ?? ' ') && !WORD_SIGN.test(clean[at + form.length] ?? ' ');
    if (alone) yield at;
    at = clean.indexOf(form, at + (alone ? form.length : 1));
  }
}

/** Width of a bucket of mentions, in UTF-16 units. */
const STRETCH = 64;

/** Mentions by bucket, each numbered in the order of addition. */
class Nearby {
  private readonly byStretch = new Map<number, { number: number; mention: Mention }[]>();
  private count = 0;

  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) this.add(mention);
  }

  add(mention: Mention): void {
    const one = { number: this.count++, mention };
    for (let at = stretchOf(mention.start); at <= stretchOf(mention.end - 1); at++)
      addTo(this.byStretch, at, one);
  }

  /** The mention added first among those that overlap a span. */
  firstWith(span: Span): Mention | undefined {
    let first: { number: number; mention: Mention } | undefined;
    for (let at = stretchOf(span.start); at <= stretchOf(span.end - 1); at++)
      for (const one of this.byStretch.get(at) ?? [])
        if ((!first || one.number < first.number) && overlap(one.mention, span) > 0) first = one;
    return first?.mention;
  }
}

const stretchOf = (place: number) => Math.floor(place / STRETCH);
