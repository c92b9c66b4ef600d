import { anyOf } from '../../text/pattern.ts';

const SAMPLE = 40_000;
/** Of fewer lines all must have a shape. */
const LINES_MIN = 5;

interface Shape {
  readonly name: string;
  readonly remedy: string;
  /** Least share of non-empty lines with this shape. */
  readonly share: number;
  readonly line: RegExp;
}

const ARTICLES = 'give the articles themselves, as text, HTML or JSON Lines';

/** A line of source code, by how it ends or how it begins. */
const CODE = new RegExp(
  anyOf(
    String.raw`[;{}]\s*$|^\s*[)\]}]+[,;]?\s*$|^\s*@(?:media|import|charset|font-face)\b`,
    String.raw`^\s*(?:\/\/|\/\*|\*\/|#include|#!|import\s.+from\s|from\s\S+\simport\s|import\s[\w.]+\s*$)`,
    String.raw`^\s*(?:[\w.]+\s=\s\S+$|if\s.+:\s*$|[\w.]+\(.*\)\s*$|def\s\w+\(.*:\s*$|class\s\w+.*[:{]\s*$)`,
    String.raw`^\s*(?:return\b.*$|(?:const|let|var|function|public|private|static|export|async)\s)`,
  ),
);

/** Texts without sentences, by the shape of most lines. */
const SHAPES: readonly Shape[] = [
  {
    name: 'source code or a stylesheet',
    remedy: ARTICLES,
    share: 0.45,
    line: CODE,
  },
  {
    name: 'a log',
    remedy: ARTICLES,
    share: 0.6,
    line: /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s|[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d:\d\d\s|\[\d|\[?(?:INFO|WARN|ERROR|DEBUG)\b)/,
  },
  {
    name: 'settings (keys and values)',
    remedy: 'put title and date between "---" lines before the text of an article',
    share: 0.75,
    line: /^\s*(?:-\s+)?["']?[\w.-]+["']?\s*(?::(?:\s+\S{1,60}){0,4}|=\s*\S.{0,60})\s*$|^\s*\[[\w. -]+\]\s*$|^\s*-\s\S+$/,
  },
  {
    name: 'a table without a column for the text',
    remedy:
      'write it as CSV with a column "text", or leave it out: rows of a register are no articles',
    share: 0.8,
    line: /^[^\t]*(?:\t[^\t]*){3,}$|^[^|]*(?:\|[^|]*){3,}$|^[\d\s.,;:%$€£+()/-]+$/,
  },
  {
    name: 'a list of addresses',
    remedy: 'fetch the pages that it names, and give those',
    share: 0.8,
    line: /^\s*(?:[-*]\s*)?<?https?:\/\/\S+\s*$/i,
  },
  {
    name: 'SQL',
    remedy: ARTICLES,
    share: 0.5,
    line: /^\s*(?:INSERT INTO|CREATE TABLE|DROP TABLE|SELECT\s.+\sFROM\s|ALTER TABLE|--\s)/i,
  },
];

/** Texts that their first line identifies. */
const BEGINNINGS: readonly (readonly [RegExp, string, string])[] = [
  [/^\s*BEGIN:V(?:CALENDAR|CARD)/i, 'a calendar or address book', ARTICLES],
  [/^\s*\\documentclass|^\s*%[^\n]*\n\s*\\documentclass/, 'LaTeX', 'give its PDF'],
  [/^%!PS/, 'PostScript', 'convert it to PDF'],
  [/^diff --git |^--- a\/|^Index: .+\n=====/, 'a patch', ARTICLES],
  [/^-----BEGIN [A-Z ]+-----/, 'a key or certificate', ARTICLES],
  [/^#!\s*\//, 'a script', ARTICLES],
  [/^data:[\w/+.-]+;base64,/, 'base64', 'decode it first'],
  [
    /^version https:\/\/git-lfs\.github\.com/,
    'a pointer of Git LFS',
    'fetch the file itself with "git lfs pull"',
  ],
  [/^\s*@(?:\w+)\s*\{[^{}\n]{0,200},|^\s*@comment\b/, 'references (BibTeX)', ARTICLES],
  [/^TY {2}- /, 'references (RIS)', ARTICLES],
  [/^\s*@(?:prefix|base)\s/i, 'RDF (Turtle)', ARTICLES],
  [/^\s*<[^>\s]+>\s+<[^>\s]+>\s+[<"]/, 'RDF (N-Triples)', ARTICLES],
  [/^#EXTM3U/, 'a playlist', ARTICLES],
  [
    /^\s*(?:--[^\n]*\n\s*)*(?:INSERT INTO|CREATE TABLE|DROP TABLE|CREATE DATABASE)\s/,
    'SQL',
    'export its articles as CSV or JSON Lines',
  ],
  [
    /^\s*(?:\/\*\*\/\s*)?[\w$.]{1,60}\(\s*[{[]\s*["{[]/,
    'JSON within a call (JSONP)',
    'give what stands within its brackets, as JSON',
  ],
  [
    /^(?:---\s*\n)?(?:- )?[\w-]+:[^\n]*\n(?:[^\n]*\n){0,40}? *(?:- )?[\w-]+:\s*[|>][-+]?\s*\n[ \t]/,
    'YAML',
    'put its keys between "---" lines, and the text behind them',
  ],
];

/** Whether long ASCII words prevail; other scripts may write without spaces. */
function isEncoded(sample: string): boolean {
  let [long, all] = [0, 0];
  for (const [word] of sample.matchAll(/\S+/g)) {
    all += word.length;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
    if (word.length > 60 && /^[\x00-\x7f]+$/.test(word) && !/^\W*https?:/.test(word))
      long += word.length;
  }
  return all > 200 && long / all > 0.6;
}

export interface Problem {
  readonly name: string;
  readonly remedy: string;
}

/** What a text is if it is no prose; null if it may be prose. */
export function notProse(text: string): Problem | null {
  const sample = text.slice(0, SAMPLE);
  for (const [beginning, name, remedy] of BEGINNINGS)
    if (beginning.test(sample)) return { name, remedy };
  if (!/\p{L}/u.test(sample)) return { name: 'a text without words', remedy: ARTICLES };
  if (isEncoded(sample))
    return {
      name: 'encoded or minified (base64, script)',
      remedy: 'decode it first, or leave it out',
    };
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  if (text.length > SAMPLE) lines.pop();
  if (lines.length < 2) return null;
  const few = lines.length < LINES_MIN;
  for (const { line, share, name, remedy } of SHAPES)
    if (
      lines.filter((each) => line.test(each.slice(0, 1_000))).length >=
      (few ? 1 : share) * lines.length
    )
      return { name, remedy };
  return null;
}
