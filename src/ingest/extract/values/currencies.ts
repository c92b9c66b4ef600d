// All spellings of currencies: signs before a sum, codes on either side, words behind.

/** ISO 4217. */
const CODES =
  `USD EUR GBP INR JPY KRW CNY CNH TWD ILS PLN SEK NOK DKK ISK CZK HUF RON BGN CHF AUD CAD NZD SGD HKD BRL MXN ARS CLP COP PEN
 UYU TRY RUB UAH BYN KZT GEL AMD AZN UZS SAR AED QAR KWD BHD OMR JOD IQD IRR LBP SYP EGP MAD DZD TND LYD ZAR NGN KES GHS ETB
 UGX TZS XOF XAF MYR THB IDR PHP VND PKR BDT LKR NPR AFN MMK KHR RSD MKD`.split(/\s+/);

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(/,\s*/).map((pair) => pair.split('=') as [string, string]));

/** Abbreviations in the place of a code: "NIS 600 million", "RM5 billion", "5 billion zł". */
const SHORT = pairs(
  `NIS=ILS, RMB=CNY, RM=MYR, Rp=IDR, Rs=INR, Rs.=INR, SFr=CHF, TL=TRY, SR=SAR, QR=QAR, Dh=AED, Dhs=AED, Php=PHP, Tk=BDT,
 Ksh=KES, KSh=KES, LE=EGP, KD=KWD, BD=BHD, JD=JOD, Kč=CZK, zł=PLN, PLZ=PLN, R=ZAR, kr=, kr.=`.replace(
    /\n/g,
    '',
  ),
);
const SIGNS = pairs(
  '€=EUR, £=GBP, ₹=INR, ¥=JPY, ₩=KRW, ₪=ILS, ₺=TRY, ₽=RUB, ₴=UAH, ฿=THB, ₱=PHP, ₫=VND, ₦=NGN, ₸=KZT, ₾=GEL, E£=EGP, CN¥=CNY, $=USD',
);
/** Dollars by the letters before or behind the sign: "HK$", "$A". */
const DOLLARS = pairs(
  'US=USD, A=AUD, AU=AUD, C=CAD, CA=CAD, Can=CAD, NZ=NZD, S=SGD, SG=SGD, NT=TWD, HK=HKD, R=BRL, MX=MXN',
);
/** Words behind a sum; without a code where several countries share the word. */
const WORDS = pairs(
  `dollar=USD, euro=EUR, pound=GBP, pound sterling=GBP, rupee=INR, yen=JPY, won=KRW, shekel=ILS, zloty=PLN, złoty=PLN,
 krona=SEK, kronor=SEK, kroner=NOK, krone=, crown=, koruna=CZK, ruble=RUB, rouble=RUB, hryvnia=UAH, yuan=CNY, renminbi=CNY,
 lira=TRY, rand=ZAR, rupiah=IDR, ringgit=MYR, baht=THB, peso=, real=BRL, reais=BRL, franc=, forint=HUF, lei=RON, leva=BGN,
 dinar=, dirham=AED, riyal=SAR, rial=, taka=BDT, dong=VND, tenge=KZT, naira=NGN`.replace(/\n/g, ''),
);
/** Shared words with the adjective of their country. */
const OWNERS = pairs(
  `us dollar=USD, u.s. dollar=USD, american dollar=USD, australian dollar=AUD, canadian dollar=CAD, new zealand dollar=NZD,
 singapore dollar=SGD, hong kong dollar=HKD, taiwan dollar=TWD, new taiwan dollar=TWD, british pound=GBP, egyptian pound=EGP,
 lebanese pound=LBP, syrian pound=SYP, turkish lira=TRY, indian rupee=INR, pakistani rupee=PKR, pakistan rupee=PKR,
 sri lankan rupee=LKR, swedish krona=SEK, swedish kronor=SEK, swedish crown=SEK, swedish kroner=SEK, norwegian krone=NOK,
 norwegian kroner=NOK, norwegian crown=NOK, danish krone=DKK, danish kroner=DKK, danish crown=DKK, czech crown=CZK,
 czech koruna=CZK, swiss franc=CHF, south african rand=ZAR, philippine peso=PHP, mexican peso=MXN, argentine peso=ARS,
 chilean peso=CLP, colombian peso=COP, brazilian real=BRL, brazilian reais=BRL, kuwaiti dinar=KWD, jordanian dinar=JOD,
 iraqi dinar=IQD, serbian dinar=RSD, bahraini dinar=BHD, algerian dinar=DZD, tunisian dinar=TND, libyan dinar=LYD,
 saudi riyal=SAR, saudi rial=SAR, qatari riyal=QAR, qatari rial=QAR, omani rial=OMR, omani riyal=OMR, iranian rial=IRR,
 moroccan dirham=MAD, uae dirham=AED, emirati dirham=AED, chinese yuan=CNY, japanese yen=JPY, south korean won=KRW,
 korean won=KRW, malaysian ringgit=MYR, indonesian rupiah=IDR, thai baht=THB, israeli shekel=ILS, new israeli shekel=ILS,
 polish zloty=PLN, polish złoty=PLN, russian ruble=RUB, russian rouble=RUB, hungarian forint=HUF, romanian lei=RON,
 ukrainian hryvnia=UAH`.replace(/\n/g, ''),
);

const escaped = (form: string) => form.replace(/[.$]/g, '\\$&');
const anyOf = (forms: Iterable<string>) =>
  [...forms]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
/** A form in three cases, because the pattern around it is case-sensitive: "Euros", "DOLLARS". */
const inAnyCase = (form: string) =>
  `(?:${form}|${form[0]!.toUpperCase()}${form.slice(1)}|${form.toUpperCase()})`;
const owners = new Set([...OWNERS.keys()].map((form) => form.slice(0, form.lastIndexOf(' '))));
const nameOf = (owner: string) =>
  owner.length < 5 && owner !== 'new' && owner !== 'thai'
    ? owner.toUpperCase()
    : owner.replace(/(?:^|(?<= ))\p{Ll}/gu, (letter) => letter.toUpperCase());

/** A currency sign before a number. */
const SIGN = `(?:(?:${anyOf(DOLLARS.keys())})\\$|\\$(?:US|NZ|A|C)(?=\\d)|${anyOf(SIGNS.keys())})`;
const CODE = `(?:${anyOf([...CODES, ...SHORT.keys()])})`;
/** A word that begins with a code and its sum without a space: "USD1". */
export const CURRENCY_CODE = new RegExp(
  `^(?:${anyOf([...CODES, 'NIS', 'RMB'])}|RM|Rs|Rp|Dhs?|Php|SFr|Tk|K[sS]h)\\d`,
);
/** Currencies before a number: "€", "USD ", "US $", "AUD$". */
export const CURRENCY_BEFORE = `(?:${CODE} ?${SIGN}|(?:US|U\\.S\\.|AU) \\$|${SIGN}|${CODE}|\\b(?:[Ee]uros?|US dollars?)(?= ))`;
/** Currencies behind a number and its scale: "euros", "-euro", " AED", "€", " US dollars". */
export const CURRENCY_BEHIND = `(?: ?(?:[€£₹¥₩₪₺₽₴$](?! ?\\d)|(?:zł|Kč)(?![\\wÀ-ž]))| kr(?!\\w)|[ -]?(?:${anyOf(CODES)})(?![\\w$])|[ -](?:(?:${[...owners].map(nameOf).map(escaped).join('|')}) )?(?:${[...WORDS.keys()].map(inAnyCase).join('|')})s?(?!\\w))`;

/**
 * The ISO 4217 code of a currency as written beside a sum.
 * @returns null for a form that several countries share
 */
export function currencyOf(written: string): string | null {
  const form = written.replace(/^[ -]+|\s+$/g, '').replace(/\s+/g, ' ');
  const whose = /^([A-Z]\w*)\$$/.exec(form)?.[1] ?? /^\$([A-Z]+)$/.exec(form)?.[1];
  const dollars = whose && DOLLARS.get(whose);
  if (dollars) return dollars;
  const [code] = /^[A-Z]{3}(?![a-z])/.exec(form) ?? [];
  if (code !== undefined && CODES.includes(code)) return code;
  if (/^(?:US|U\.S\.) \$$/.test(form)) return 'USD';
  const word = form.toLowerCase();
  const one = word.replace(/(?<!rei|reai)s$/, '');
  return (
    SIGNS.get(form) ||
    SHORT.get(form) ||
    OWNERS.get(word) ||
    OWNERS.get(one) ||
    WORDS.get(word) ||
    WORDS.get(one) ||
    null
  );
}
