import { type Country, otherCountries } from './more-countries.ts';
import { wordsOf } from './word-list.ts';

// code: name | other names, demonyms | capitals used for the government
const TABLE = `
AF:Afghanistan|Afghan|Kabul
AL:Albania|Albanian|Tirana
DZ:Algeria|Algerian|Algiers
AO:Angola|Angolan|
AR:Argentina|Argentine,Argentinian|Buenos Aires
AM:Armenia|Armenian|Yerevan
AU:Australia|Australian,Commonwealth of Australia|Canberra
AT:Austria|Austrian|Vienna
AZ:Azerbaijan|Azerbaijani|Baku
BH:Bahrain|Bahraini,Kingdom of Bahrain|Manama
BD:Bangladesh|Bangladeshi|Dhaka
BY:Belarus|Belarusian|Minsk
BE:Belgium|Belgian|
BT:Bhutan|Bhutanese|
BA:Bosnia and Herzegovina|Bosnian|
BR:Brazil|Brazilian|Brasilia
BN:Brunei|Bruneian|
BG:Bulgaria|Bulgarian|Sofia
KH:Cambodia|Cambodian|
CA:Canada|Canadian|Ottawa
TD:Chad|Chadian|
CL:Chile|Chilean|Santiago
CN:China|Chinese,People's Republic of China,People’s Republic of China,PRC|Beijing
CO:Colombia|Colombian|Bogota
HR:Croatia|Croatian|Zagreb
CU:Cuba|Cuban|Havana
CY:Cyprus|Cypriot|Nicosia
CZ:Czech Republic|Czech,Czechia|Prague
DK:Denmark|Danish|Copenhagen
DJ:Djibouti|Djiboutian|
EG:Egypt|Egyptian,Arab Republic of Egypt|Cairo
EE:Estonia|Estonian|Tallinn
ET:Ethiopia|Ethiopian|
FI:Finland|Finnish|Helsinki
FR:France|French|Paris
GE:Georgia|Georgian|Tbilisi
DE:Germany|German,Federal Republic of Germany|Berlin
GR:Greece|Greek,Hellenic Republic|Athens
HU:Hungary|Hungarian|Budapest
IS:Iceland|Icelandic|
IN:India|Indian,Bharat,Republic of India|New Delhi
ID:Indonesia|Indonesian|Jakarta
IR:Iran|Iranian,Islamic Republic of Iran|Tehran
IQ:Iraq|Iraqi|Baghdad
IE:Ireland|Irish|Dublin
IL:Israel|Israeli|Jerusalem
IT:Italy|Italian|Rome
JP:Japan|Japanese|Tokyo
JO:Jordan|Jordanian|Amman
KZ:Kazakhstan|Kazakh|Astana
KE:Kenya|Kenyan|Nairobi
XK:Kosovo|Kosovar,Kosovan|
KW:Kuwait|Kuwaiti|
KG:Kyrgyzstan|Kyrgyz|
LA:Laos|Lao,Laotian|
LV:Latvia|Latvian|Riga
LB:Lebanon|Lebanese|Beirut
LY:Libya|Libyan|Tripoli
LT:Lithuania|Lithuanian|Vilnius
LU:Luxembourg|Luxembourgish|
MY:Malaysia|Malaysian|Kuala Lumpur
MV:Maldives|Maldivian|Malé
ML:Mali|Malian|Bamako
MT:Malta|Maltese|
MX:Mexico|Mexican|
MD:Moldova|Moldovan|Chisinau
MN:Mongolia|Mongolian|Ulaanbaatar
ME:Montenegro|Montenegrin|
MA:Morocco|Moroccan|Rabat
MM:Myanmar|Burmese,Burma|Naypyidaw
NP:Nepal|Nepalese,Nepali|Kathmandu
NL:Netherlands|Dutch|The Hague
NZ:New Zealand|New Zealander|Wellington
NE:Niger|Nigerien|
NG:Nigeria|Nigerian|Abuja
KP:North Korea|North Korean,DPRK,Democratic People's Republic of Korea,Democratic People’s Republic of Korea|Pyongyang
MK:North Macedonia|Macedonian|
NO:Norway|Norwegian|Oslo
OM:Oman|Omani|Muscat
PK:Pakistan|Pakistani|Islamabad
PS:Palestine|Palestinian|
PG:Papua New Guinea|Papua New Guinean|
PE:Peru|Peruvian|Lima
PH:Philippines|Philippine,Filipino|Manila
PL:Poland|Polish|Warsaw
PT:Portugal|Portuguese|Lisbon
QA:Qatar|Qatari|Doha
RO:Romania|Romanian|Bucharest
RU:Russia|Russian,Russian Federation|Moscow
RW:Rwanda|Rwandan|Kigali
SA:Saudi Arabia|Saudi,Saudi Arabian,Kingdom of Saudi Arabia|Riyadh
SN:Senegal|Senegalese|Dakar
RS:Serbia|Serbian|Belgrade
SG:Singapore|Singaporean|
SK:Slovakia|Slovak,Slovakian|Bratislava
SI:Slovenia|Slovenian|
SO:Somalia|Somali|Mogadishu
ZA:South Africa|South African|Pretoria
KR:South Korea|South Korean,Republic of Korea,ROK,Korea,Korean|Seoul
SS:South Sudan|South Sudanese|
ES:Spain|Spanish|Madrid
LK:Sri Lanka|Sri Lankan|Colombo
SD:Sudan|Sudanese|Khartoum
SE:Sweden|Swedish|Stockholm
CH:Switzerland|Swiss|
SY:Syria|Syrian|Damascus
TW:Taiwan|Taiwanese,Taipei Economic and Cultural Representative Office in the United States,TECRO|Taipei
TJ:Tajikistan|Tajik|
TZ:Tanzania|Tanzanian|
TH:Thailand|Thai|Bangkok
TN:Tunisia|Tunisian|Tunis
TR:Turkey|Turkish,Türkiye,Republic of Türkiye|Ankara
UA:Ukraine|Ukrainian|Kyiv,Kiev
AE:United Arab Emirates|Emirati,UAE|Abu Dhabi
GB:United Kingdom|British,UK,U.K.,Britain,Great Britain|London
US:United States|American,US,U.S.,USA,U.S.A.,United States of America,America|Washington
UZ:Uzbekistan|Uzbek|
VE:Venezuela|Venezuelan|Caracas
VN:Vietnam|Vietnamese,Viet Nam|Hanoi
YE:Yemen|Yemeni|Sanaa
ZM:Zambia|Zambian|
ZW:Zimbabwe|Zimbabwean|`;

const list = (cell = '') =>
  cell
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

const OFTEN_TOLD: Country[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [head, forms, capitals] = row.split('|');
    const [iso2, name] = head.split(':');
    return { iso2, name, forms: [name, ...list(forms)], capitals: list(capitals) };
  });
export const COUNTRIES: Country[] = [
  ...OFTEN_TOLD,
  ...otherCountries(new Set(OFTEN_TOLD.map(({ iso2 }) => iso2))),
];
export const COUNTRY_BY_FORM = new Map(
  COUNTRIES.flatMap((country) => country.forms.map((form) => [form, country] as const)),
);
export const COUNTRY_BY_CAPITAL = new Map(
  COUNTRIES.flatMap((country) => country.capitals.map((capital) => [capital, country] as const)),
);
export const COUNTRY_BY_CODE = new Map(COUNTRIES.map((country) => [country.iso2, country]));
/** States of the USA. */
export const STATES = wordsOf('us-states');
