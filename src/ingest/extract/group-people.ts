import { Group } from './group.ts';
import type { Mention } from './terms.ts';

const SHORT: Record<string, string> = {
  Joe: 'Joseph',
  Tony: 'Antony',
  Bob: 'Robert',
  Bill: 'William',
  Jim: 'James',
  Mike: 'Michael',
  Tom: 'Thomas',
  Ben: 'Benjamin',
  Benny: 'Benjamin',
  Dan: 'Daniel',
  Dave: 'David',
  Steve: 'Steven',
  Ed: 'Edward',
};
const sameGiven = (a: string, b: string) =>
  a === b ||
  SHORT[a] === b ||
  SHORT[b] === a ||
  (Math.min(a.length, b.length) === 1 && a[0] === b[0]);

/** Full names first; a lone surname belongs to the one person who bears it, to nobody when two do. */
export function groupPeople(mentions: Mention[]): Group[] {
  const groups: Group[] = [];
  const words = (text: string) =>
    text
      .replace(/\./g, '')
      .split(' ')
      .filter((word) => word.length > 1);
  const full = mentions.filter((mention) => words(mention.text).length > 1);
  for (const mention of full) {
    const mine = words(mention.text);
    const same = groups.find((group) => {
      const theirs = words(group.name);
      const bothEnd =
        mine.at(-1) === theirs.at(-1) ||
        mine.at(-1)!.replace(/^Jr$/, mine.at(-2)!) === theirs.at(-1);
      return (
        bothEnd && (sameGiven(mine[0], theirs[0]) || mine.every((word) => theirs.includes(word)))
      );
    });
    if (same) {
      same.add(mention);
      if (mine.length > words(same.name).length) same.name = mention.text;
    } else {
      const group = new Group('Person', mention.text);
      group.add(mention);
      groups.push(group);
    }
  }
  for (const mention of mentions.filter((one) => !full.includes(one))) {
    const bearers = groups.filter(
      (group) =>
        words(group.name).some(
          (word, index) => word === mention.text && (index > 0 || words(group.name).length === 1),
        ) || group.name === mention.text,
    );
    if (bearers.length === 1) bearers[0].add(mention);
    else if (bearers.length === 0) {
      const group = new Group('Person', mention.text);
      group.add(mention);
      groups.push(group);
    }
  }
  return groups;
}
