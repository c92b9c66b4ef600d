export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** Abbreviations of the press, used with or without a full stop. */
export const SHORT_MONTHS = 'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'.split(' ');
