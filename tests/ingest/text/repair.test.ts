import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { repair } from '../../../src/ingest/text/repair.ts';

const mended = (raw: string) => repair(raw).text;

/** UTF-8 read with another code page: what a careless program makes of a text. */
const scrambled = (text: string, page: string) => iconv.decode(Buffer.from(text, 'utf8'), page);

describe('sound letters stay as they are', () => {
  test.each([
    'Anna Groß’s yard laid the keel',
    'the corvette „Strauß“ of the fleet',
    'the corvette “Preuß” of the fleet',
    'Exercise “ÉGALITÉ” begins',
    'Exercise “LIBERTÉ”… begins',
    'the yard of MALMÖ’S town',
    'a town named UMEÅ’s yard',
    'the trade mark CAFÉ™ of the yard',
    'in Århus, Ängelholm and Łódź',
    'l’Élysée, où l’été “déjà” finit, l’Été”, l’ÉTÉ’',
    'DÜSSELDORF–KÖLN, FUẞBALL',
    'Только так: сам министр уже там, чем рад и раз.',
    'так и там, только уже; тоже наш, ваш, май, тем, тебе',
    'Он сказал: «Так». Раз, два, три. ТАК И БЫЛО',
    'Її міністр, Ні, Ґанок і їжак; Рік тому',
    'Српска војска, Ђорђе и Љубица, њена кућа',
    'Българската армия, ъгъл, щаб',
    'Η Ελλάδα και ο υπουργός «είπε» ότι Ώρα',
    'Türkiye’nin İstanbul’da yaptığı görüşme, Şırnak ve Çağlayan',
    'Où est l’île d’Yeu ? « À Noël »',
    'Irmã, amanhã, São Tomé, AMANHÃ”',
    'Česká republika, Škoda, Příbram, Ňorek',
    '東京で会談した。「はい」',
    'לשכת שר הביטחון, وزارة الدفاع',
    'ASELSAN & Roketsan; AT&T; R&D; a&b=1&c;',
    'a🇺🇸🇮🇳 flag, 25 °C, ±3 µm, “…”—',
  ])('%s', (text) => expect(mended(text)).toBe(text));
});

test('entities are decoded, those that were escaped twice too', () =>
  expect(
    mended('Norway&rsquo;s &#163;40&amp;nbsp;m, S&amp;oslash;ren&amp;#8217;s R&amp;D; &unknown;'),
  ).toBe('Norway’s £40\u00a0m, Søren’s R&D; &unknown;'));

describe('what was read with a wrong code page is read rightly', () => {
  const SAMPLES = [
    'Norway’s minister',
    'they said “yes” – and left',
    'a sum of €40',
    'José Muñoz, São Paulo, Malmö',
    'Groß’s frigate “Weiß”',
    'Łukasz Żuk of Kraków',
    'Recep Çelik of Türkiye',
    'сказал министр обороны',
    'पुणे में बैठक',
    'a flag 🇺🇸 waved',
    '• first',
  ];
  /** A page that lacks a byte loses it for good. */
  const isWhole = (text: string, page: string) =>
    iconv.encode(scrambled(text, page), page).equals(Buffer.from(text, 'utf8'));
  const cases = SAMPLES.flatMap((text) =>
    ['win1252', 'cp866', 'win1251', 'latin1'].flatMap((page) =>
      isWhole(text, page) ? [{ page, text }] : [],
    ),
  );
  // Pages of old machines have letters of Europe alone.
  const european = SAMPLES.filter(
    (text) => !/[\p{Script=Devanagari}\p{Regional_Indicator}]/u.test(text),
  ).flatMap((text) =>
    ['win1250', 'macintosh', 'cp850', 'cp437'].flatMap((page) =>
      isWhole(text, page) ? [{ page, text }] : [],
    ),
  );
  cases.push(...european);
  test('most pages have all bytes', () => expect(cases.length).toBeGreaterThan(60));
  test.each(cases)('$page: $text', ({ page, text }) =>
    expect(mended(scrambled(text, page))).toBe(text),
  );

  test('bytes that a page lacks are passed on by most programs', () =>
    expect(mended('they said â€œyesâ€\u009d at once')).toBe('they said “yes” at once'));

  test('a sign that was taken for a control character before', () =>
    expect(mended('NorwayÂ’s king')).toBe('Norway’s king'));

  test('another script may touch an English word', () =>
    expect(mended(`Next article${scrambled('पुणे', 'cp866')}`)).toBe('Next articleपुणे'));
});

describe('what could be either is mended where the text has the same damage beyond doubt', () => {
  const doubtful = scrambled('œuvre', 'win1252').slice(0, 2);
  test('and stays where it has none', () =>
    expect(mended(`a yard of UME${'Å’'}s town`)).toBe('a yard of UMEÅ’s town'));
  test('such as a letter of a whole text', () =>
    expect(mended(scrambled('и министр и армия', 'win1251'))).toBe('и министр и армия'));
  test('also before it', () => expect(mended(`${doubtful}uvre d’artâ€™s`)).toBe('œuvre d’art’s'));
});

test('spaces of no width within a word are dropped', () =>
  expect(mended('the min\u200bister of Nor\u2060way\u200b, \ufeffHolm')).toBe(
    'the minister of Norway\u200b, \ufeffHolm',
  ));

describe('HTML entities', () => {
  test.each([
    ['Norway&#8217;s', 'Norway’s'],
    ['&euro;1.3 billion', '€1.3 billion'],
    ['J&oslash;rgen S&oslash;rensen of &Aring;rhus', 'Jørgen Sørensen of Århus'],
    ['&#x20AC;5', '€5'],
    ['12&nbsp;March &ndash; 14', '12\u00a0March – 14'],
    ['R&amp;D', 'R&D'],
    ['&unknown;', '&unknown;'],
    ['AT&T;', 'AT&T;'],
    ['&#0;', '\ufffd'],
    ['Grü&shy;ne', 'Grüne'],
  ])('%s', (raw, text) => expect(mended(raw)).toBe(text));
});

test('every offset leads back to the source', () => {
  const raw = 'A&nbsp;Norwayâ€™s &euro;40 Gr\u00adoß’s J&oslash;rgen';
  const { text, rawIndex } = repair(raw);
  for (const [word, source] of [
    ['Norway', 'Norway'],
    ['40', '40'],
    ['ß’s', 'ß’s'],
    ['rgen', 'rgen'],
  ])
    expect(raw.slice(rawIndex(text.indexOf(word!))).startsWith(source!)).toBe(true);
});
