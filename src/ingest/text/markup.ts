/** @returns a function that finds the next match from ascending offsets, reading the text once */
function forward(text: string, pattern: RegExp): (from: number) => number {
  const regex = new RegExp(pattern, `g${pattern.flags}`);
  let known = -1;
  return (from) => {
    if (known < from) {
      regex.lastIndex = from;
      known = regex.exec(text)?.index ?? text.length;
    }
    return known;
  };
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** Replaces ascending spans that do not overlap. */
function replaced(text: string, stretches: readonly { start: number; by: string }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, by } of stretches) {
    parts.push(text.slice(from, start), by);
    from = start + by.length;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/**
 * Replaces comments, scripts, rules, images and links of HTML and Markdown by spaces of equal length;
 * labels of links stay. Ends are searched once, not for each opening mark, so that time is linear.
 */
export function blankLinks(text: string): string {
  return withoutLinks(withoutImages(withoutScripts(withoutComments(withoutRules(text)))));
}

/** Lines of marks alone, below a title or between paragraphs: "=====", "---", "* * *". */
const RULE = /^[ \t]*(?:={3,}|~{3,}|\^{3,}|(?:[-*_][ \t]?){3,60})[ \t]*$/gm;
const withoutRules = (text: string) => text.replace(RULE, blank);

const SCRIPT = /<(script|style|template|noscript)\b[^<>]{0,2000}>/gi;

/** Blanks scripts and styles; one that does not end is text. */
function withoutScripts(text: string): string {
  const stretches: { start: number; by: string }[] = [];
  const ends = new Map<string, (from: number) => number>();
  SCRIPT.lastIndex = 0;
  for (let match = SCRIPT.exec(text); match; match = SCRIPT.exec(text)) {
    const name = match[1]!.toLowerCase();
    const endOf = ends.get(name) ?? forward(text, new RegExp(`</${name}\\s*>`, 'i'));
    ends.set(name, endOf);
    const closing = endOf(SCRIPT.lastIndex);
    const end = text.indexOf('>', closing) + 1;
    if (end === 0) continue;
    stretches.push({ start: match.index, by: blank(text.slice(match.index, end)) });
    SCRIPT.lastIndex = end;
  }
  return replaced(text, stretches);
}

function withoutComments(text: string): string {
  const stretches: { start: number; by: string }[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    stretches.push({ start, by: blank(text.slice(start, end + 3)) });
    start = text.indexOf('<!--', end + 3);
  }
  return replaced(text, stretches);
}

/** Blanks "![label](address)", each part on one line. */
function withoutImages(text: string): string {
  const stretches: { start: number; by: string }[] = [];
  const endOfLabel = forward(text, /[\]\n]/);
  const endOfAddress = forward(text, /[)\n]/);
  for (let start = text.indexOf('!['); start >= 0; ) {
    const label = endOfLabel(start + 2);
    const opens = text.startsWith('](', label);
    const end = opens ? endOfAddress(label + 2) : -1;
    if (opens && text[end] === ')') {
      stretches.push({ start, by: blank(text.slice(start, end + 1)) });
      start = text.indexOf('![', end + 1);
    } else start = text.indexOf('![', start + 1);
  }
  return replaced(text, stretches);
}

const LABEL = /\[([^\]]{1,300})\]\(/g;
const TITLE = /\s+"[^"]*"\)|\)/y;

/** Blanks the address of "[label](address)", also with a title. */
function withoutLinks(text: string): string {
  const stretches: { start: number; by: string }[] = [];
  const endOfAddress = forward(text, /[)\s]/);
  LABEL.lastIndex = 0;
  for (let match = LABEL.exec(text); match; match = LABEL.exec(text)) {
    const label = match[1]!;
    TITLE.lastIndex = endOfAddress(LABEL.lastIndex);
    const end = TITLE.exec(text);
    if (end) {
      const all = text.slice(match.index, TITLE.lastIndex);
      stretches.push({ start: match.index, by: ` ${label}${blank(all.slice(label.length + 1))}` });
      LABEL.lastIndex = match.index + all.length;
    } else LABEL.lastIndex = match.index + 1;
  }
  return replaced(text, stretches);
}
