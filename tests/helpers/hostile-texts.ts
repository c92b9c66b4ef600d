/** Texts of one kind that grow with a number of characters: what a stranger may send to make reading slow. */

/** English enough to be read for facts. */
export const PREFACE =
  'The ministers of defence of Norway and Japan met in Oslo on Monday, and they signed the agreement that had been made for the training of the pilots of both states. '.repeat(
    4,
  );

const fill = (part: string, size: number) =>
  part.repeat(Math.ceil(size / part.length)).slice(0, size);
const repeated = (part: string) => (size: number) => fill(part, size);

function letters(number: number): string {
  let text = '';
  for (let rest = number; ; rest = Math.floor(rest / 26)) {
    text += String.fromCharCode(97 + (rest % 26));
    if (rest < 26) return text;
  }
}
const name = (number: number) => letters(number).replace(/^./, (letter) => letter.toUpperCase());

/** Parts that all differ. */
function counted(part: (number: number) => string): (size: number) => string {
  return (size) => {
    const parts: string[] = [];
    for (let number = 0, length = 0; length < size; number++) {
      const next = part(number);
      parts.push(next);
      length += next.length;
    }
    return parts.join('').slice(0, size);
  };
}

export const GENERATORS: Readonly<Record<string, (size: number) => string>> = {
  images: repeated('!['),
  'open comments': repeated('<!--'),
  links: repeated('[y]('),
  'links with titles': repeated('[y](b "'),
  'open tags': repeated('<i'),
  entities: repeated('&amp;'),
  initials: repeated('B. '),
  'chain of initials': (size) => `${fill('B.', size)} C`,
  'full stops': repeated('. B'),
  'closing quotes': repeated('”) '),
  spaces: (size) => `${' '.repeat(size)}y`,
  newlines: repeated('\n'),
  'one word': repeated('y'),
  'capital words joined': repeated('Ba-'),
  'capitals and apostrophes': repeated('B’'),
  'capitals and ampersands': repeated('B&'),
  hyphens: repeated('F-'),
  digits: repeated('7'),
  'digits and commas': repeated('2,345,'),
  sums: repeated('$3 million '),
  'Indian sums': repeated('Rs 2,00,000 crore '),
  dates: repeated('May 5, 2024 '),
  'days of the week': repeated('last Friday next month '),
  figures: repeated('30/11/'),
  countries: repeated('Norway and Japan and Chile '),
  'countries in a list': repeated('Norway, '),
  'two leaders': repeated('He said the two leaders '),
  'leaders by name': repeated('President Erik Dahl met Ken Mori. He said both countries agreed. '),
  ministries: repeated('Ministry of Foreign Affairs and Trade and '),
  departments: repeated('Department of '),
  capitals: repeated('ABC '),
  'capital words': repeated('Gamma Delta '),
  'adjectives of weapons': (size) => `Gamma ${fill('anti-tank ', size)}`,
  services: repeated('the Navy and '),
  'services of states': repeated('the Norwegian Navy and the Navy. '),
  mojibake: repeated('Ã©'),
  'soft hyphens': repeated('\u00ad'),
  accents: (size) => `e${fill('\u0301', size)}`,
  Japanese: repeated('日本'),
  events: repeated('the summit the exercise the meeting '),
  agreements: repeated('the agreement the treaty the memorandum of understanding '),
  brackets: repeated('Norway ('),
  lists: repeated('\n- Norway signed the agreement with Japan'),
  people: counted(
    (n) =>
      `President ${name(n)} O${letters(n * 7)} met with Minister ${name(n * 3)} U${letters(n)}. `,
  ),
  'people of one surname': counted((n) => `Minister ${name(n)} Dahl said. `),
  'presidents of one state': counted((n) => `President ${name(n)} Dahl of Norway spoke. `),
  'sales beside the services of the seller': counted(
    (n) =>
      `Orders for the U.S. Navy and the government of Chile under a Foreign Military Sale of ${n} F-16 fighters were for $${n} million. `,
  ),
  'people of one first name': counted((n) => `Erik ${name(n)} said he met the minister. `),
  meetings: counted((n) => `${name(n)} Dahl met ${name(n * 5)} Mori on Friday. `),
  firms: counted((n) => `Works${n.toString(36)} Corp. sold the `),
  'firms and acronyms': counted(
    (n) => `Works${letters(n)} Corp. (W${letters(n).toUpperCase().slice(0, 3)}) `,
  ),
  agencies: counted(
    (n) => `The ${name(n)} Agency of Norway signed the pact with the ${name(n * 7)} Ministry. `,
  ),
  weapons: counted((n) => `the AB-${n} missile and the XY-${n}C `),
  'weapons in sentences': counted((n) => `The army of Norway bought the QX-${n} Falcon missile. `),
  sales: counted((n) => `a $${n} million contract for ${n} missiles was awarded. `),
  exercises: counted((n) => `Exercise ${name(n)} began in Norway on May ${(n % 28) + 1}. `),
  treaties: counted((n) => `The ${name(n)} Treaty was signed by Norway and Japan. `),
  towns: counted((n) => `in ${name(n)}, Texas, `),
};
