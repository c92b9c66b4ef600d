/** What tells one model of a weapon system from another of the same family. */
export interface Variant {
  /** Number and suffix of the designation: `16C` of "F-16C"; empty where the form has none. */
  readonly model: string;
  /** "block 70", "mk iv", "iii"; empty where the form names none. */
  readonly mark: string;
}

const DESIGNATION =
  /(?<![\w])(?:[A-Za-z][A-Za-z/]{0,6}[- ]?)?(\d{1,5}[A-Za-z]{0,3}(?:\/[A-Z])?)(?![\w])/;
const MARK =
  /\b(?:Block|Mk|Mark|Batch|Tranche|Flight)[ .-]?(?:[IVX]+[a-zA-Z]?|\d+\w*)\b|\b(?:I{1,3}|IV|VI?|NG|ER|XR)\b|(?<=[a-z0-9][ -])[A-Z]{1,3}(?:\/[A-Z])?$/;

export function variantOf(form: string): Variant {
  const mark = MARK.exec(form)?.[0] ?? '';
  const model = DESIGNATION.exec(form.replace(mark, ' '))?.[1] ?? '';
  return {
    model: model.replace(/s$/, '').toUpperCase(),
    mark: mark.toLowerCase().replace(/[ .-]+/g, ' '),
  };
}

/** "Javelin" may be the FGM-148; a Rafale M is not any Rafale, nor an FA-50PH an FA-50M. */
export function maySame(a: Variant, b: Variant): boolean {
  return a.mark === b.mark && isSameModel(a, b);
}

/** Of forms that the lexicon has for one system: "II" of "F-35 Lightning II" is a part of its name. */
export const isSameModel = (a: Variant, b: Variant): boolean =>
  a.model === '' || b.model === '' || a.model === b.model;
