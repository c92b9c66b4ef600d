import { describe, expect, test } from 'vitest';
import { languageBeside, languageOf, reasonToSkip } from '../../../src/ingest/text/language.ts';

describe('English is told by its words, however many names there are', () => {
  test.each([
    'Norwegian Foreign Minister Lars Holm met Danish Foreign Minister Eva Berg in Oslo on 12 March 2024. Holm said Norway would deliver eight frigates to Denmark. Holm also met Swedish Foreign Minister Otto Lang.',
    'NORWAY TO BUY TWELVE FRIGATES FROM THE YARD OF BERGEN, AS THE MINISTER OF DEFENCE HAS TOLD THE PARLIAMENT IN OSLO ON MONDAY, AND DENMARK IS TO PAY FOR A THIRD OF THEM.',
    'Norway orders NASAMS',
    'Holm met Berg. Berg met Lang.',
    'Leonardo and la Marina Militare sign a frigate deal with Fincantieri for the de la Penne refit',
    'Lars Holm, Oslo',
    `State | Minister | Pact\n${'Norway | Lars Holm | Fjord Pact\nDenmark | Eva Berg | Belt Pact\n'.repeat(4)}`,
    'Sale of F-16 to Oman: $5 bn',
    'Phan Van Dong received Le Thi Hoa, Hanoi, 4 June. Van Dong praised shipyard workers; Hoa offered patrol boats. Both visited Haiphong, toured drydocks, inspected corvettes.',
    'Norwegian Defence Minister Jens Holm met Danish Defence Minister Eva Berg in Bergen. Norwegian Defence Minister Nils Holm met Danish Defence Minister Eva Berg in Bergen.',
    'Los Angeles meeting in June',
    'Holm met Berg over tariffs, no deal',
    'Café façade communiqué Holm',
    'Beyoncé Knowles, Søren Holm, Zürich: radar sale',
    'Rheinmetall AG and Hensoldt AG win the order of the Bundeswehr',
  ])('%s', (text) => expect(languageOf(text)).toBe('en'));
});

describe('other languages are none, short texts as well', () => {
  test.each([
    'Der Minister sagte, dass die beiden Länder am Montag in Berlin ein Abkommen über den Bau von Booten unterzeichnet haben.',
    'Le ministre de la Défense a signé à Oslo un accord avec la Norvège pour des frégates',
    'La ministra de Defensa firmó el acuerdo con Noruega en Madrid',
    'Il ministro della difesa ha incontrato il suo collega a Roma per discutere',
    'O ministro da Defesa assinou um acordo com a Noruega em Lisboa',
    'De minister van Defensie heeft in Den Haag een akkoord getekend',
    'Försvarsministern undertecknade ett avtal med Norge i Oslo och det är bra',
    'Minister obrony podpisał w Warszawie umowę na dostawę, a nie jest to koniec',
    'Savunma Bakanı, Ankara’da Norveç ile yeni bir anlaşma imzaladı ve görüşme yapıldı',
    'Menteri Pertahanan menandatangani perjanjian dengan Norwegia di Jakarta untuk kapal',
    'Verteidigungsminister Jens Holm hat am Montag in Oslo den norwegischen Amtskollegen empfangen.',
    'Die USA und Norwegen: Holm in Oslo',
    'Verteidigungsminister Jens Holm trifft Eva Berg in Oslo.',
    'Holm unterzeichnet Vertrag in Bergen',
    'Otto Lang besucht Bundeswehr in Munster',
    'Eva Berg rencontre Lars Holm, Paris',
    'Holm firma acuerdo en Madrid',
    'Holm: Rüstungsausgaben müssen steigen',
    'Министр обороны встретился с коллегой',
    '国防部长在北京会见',
    '',
  ])('%s', (text) => expect(languageOf(text)).toBeNull());
});

describe('what a page, a feed or a record declares is asked where the words do not tell', () => {
  const names = 'Holm, Berg: Oslo.';
  const german = 'Der Minister hat am Montag in Oslo ein Abkommen über Boote unterzeichnet.';
  const english =
    'The minister signed an agreement with his host on Monday, and they spoke of boats.';
  test.each([
    [names, 'de', null],
    [names, 'en', 'en'],
    [german, 'en', null],
    [english, 'de', 'en'],
    ['Holm in Oslo', 'nb', null],
  ])('%s, declared %s: %s', (text, declared, language) =>
    expect(languageOf(text, declared)).toBe(language),
  );

  test('and named', () => {
    expect(languageBeside('de', names)).toBe('de');
    expect(languageBeside('en', german)).toBe('de');
    expect(languageBeside(null, names)).toBe('und');
    expect(reasonToSkip(names, 'de')).toBe('not in English (it seems to be German)');
  });
});

test('the genitive of a name is English, not a word of another language', () =>
  expect(
    languageOf(
      'Ruritania’s Zendar wins €40 million order; Zubrowka’s Defence Minister, Jørn Sørbø, met Borduria’s Foreign Minister, Þórr Jónsson, in Århus on 12 March 2024.',
    ),
  ).toBe('en'));

test('words of the press tell English where small words are missing', () => {
  const names =
    'Zubrowkan Foreign Minister Ola Berg, Ruritanian Foreign Minister Ana Holm, Bordurian';
  expect(
    languageOf(
      `${names} Foreign Minister Iva Lund hold talks in Szohod, agree border treaty, water`,
    ),
  ).toBe('en');
  expect(
    languageOf(
      `${names} Minister Iva Lund trifft Kollegen in Szohod, neue Verträge, Milliarden, mehr`,
    ),
  ).toBeNull();
});

test.each([
  ['sv', 'Ministern mötte sin kollega i Oslo i måndags och skrev under avtalet om fregatter.'],
  ['sw', 'Waziri alikutana na mwenzake mjini Oslo na kutia saini mkataba wa miaka kumi ya kazi.'],
  ['tl', 'Nakipagkita ang kalihim sa Oslo at nilagdaan nila ang kasunduan para sa mga barko.'],
  ['lt', 'Ministras susitiko su kolega ir pasirašė sutartį dėl fregatų, kad laivai būtų saugūs.'],
])('a language is named by its small words: %s', (language, text) => {
  expect(languageOf(text)).toBeNull();
  expect(languageBeside(null, text)).toBe(language);
});
