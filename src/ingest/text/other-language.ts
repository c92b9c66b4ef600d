/** Function words of Latin-script languages; names and loan words do not count. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  de: 'der die das und den dem des ein eine einen einem einer ist sich nicht mit auf für von zu im auch nach bei aus wird wurde haben hat sind als wie über zum zur am vor durch',
  fr: 'le la les des du et un une est que dans pour qui sur au aux avec par pas plus ce cette ses son sa sont été ont il elle leur après entre lors',
  es: 'el la los las del de y en que un una por con para se su al como más este esta fue han sus entre sobre lo ha son tras',
  it: 'il lo gli della delle dei del di e che un una per con non sono è nel nella alla dal anche si su ha più tra stato',
  pt: 'o os as da do das dos de e que em um uma para com não por na no mais foi ao se sua seu pela pelo são entre',
  nl: 'de het een van en dat op te is met voor niet zijn aan er door ook naar bij uit heeft werd worden die als tot over',
  sv: 'i och att det som en på är av för med den till inte om ett har de från vid var sig efter mellan',
  da: 'i og at det som en på er af for med den til ikke om et har de fra ved var sig efter mellem',
  no: 'i og at det som en på er av for med den til ikke om et har de fra ved var seg etter mellom',
  pl: 'w i na z się do nie że jest o od po za przez dla oraz był jak ale tym jego który która które są',
  cs: 'a v na se je že do pro o za s z by si ale jako po od byl které který jeho při',
  ro: 'și în de la cu pe din pentru că nu este un o care sunt prin după fost al ale între in si sau',
  hr: 'i u na je se da su za od o s iz kao što koji koja ne bi ali nakon će sa sastao prema',
  hu: 'a az és hogy nem is egy meg van volt ki el már de csak mint után között',
  tr: 've bir bu için ile de da olarak olan daha gibi kadar sonra ancak çok var oldu arasında',
  id: 'yang dan di dari untuk dengan pada ini itu dalam akan tidak oleh ke sebagai juga telah antara',
  vi: 'và của là có trong được cho không với các một những này đã khi người',
  af: 'die van en is nie met wat vir op sy hy deur aan om te het by ook was sal',
  lt: 'ir yra kad su iš į už buvo kaip dėl bei apie po pat taip',
  lv: 'un ir ka ar uz par lai kas tika pēc pie arī vai līdz',
  sw: 'na ya wa kwa za la katika kuwa ni alikuwa hii hiyo kutoka pia cha vya mjini',
  tl: 'ang ng sa na mga ay nila kanyang ni para ito niya hindi kay sina',
  fi: 'ja on ei se että oli mutta kuin hän ovat myös sen joka kun mukaan',
};
const SETS = Object.entries(SMALL_WORDS).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);

/** Scripts of one language or of several, of which the first is named. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[іїєґ]/i, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/[پچژگ]/, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Armenian}/u, 'hy'],
];

const NAMES = new Intl.DisplayNames('en', { type: 'language' });
const SAMPLE = 20_000;
/** A single function word may be a name. */
const WORDS_MIN = 2;

/** Function words of the above that are also English. */
const ALIKE = new Set(
  'a an as at by de den die do door for from had has have in is men met no o of on or over to war was'.split(
    ' ',
  ),
);

/**
 * The likely language of a text that is not English, as a code; null when none is likely.
 * @param mayBeEnglish whether to ignore words that are also English
 */
export function otherLanguage(text: string, mayBeEnglish = false): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin <= letters / 2) return SCRIPTS.find(([script]) => script.test(sample))?.[1] ?? null;
  const words = (sample.match(/(?<!\p{L}|\p{L}['’])\p{Ll}+/gu) ?? []).filter(
    (word) => !(mayBeEnglish && ALIKE.has(word)),
  );
  let [best, most]: [string | null, number] = [null, WORDS_MIN - 1];
  for (const [language, set] of SETS) {
    const found = words.filter((word) => set.has(word)).length;
    if (found > most) [best, most] = [language, found];
  }
  return best;
}

/** The name of a language for people: `German`. */
export const nameOfLanguage = (code: string): string => NAMES.of(code) ?? code;
