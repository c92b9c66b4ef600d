/** Marks that distinguish models of one family of weapon systems. */
export interface Variant {
  /** Number and suffix of the designation: `16C` of "F-16C"; empty where the form has none. */
  readonly model: string;
  /** "block 70", "mk iv", "iii"; empty where the form names none. */
  readonly mark: string;
}

const DESIGNATION =
  /(?<![\w])(?:[A-Za-z][A-Za-z/]{0,6}[- ]?)?(\d{1,5}[A-Za-z]{0,3}\d?(?:\/[A-Z])?)(?![\w])/;
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

/** Whether two forms may be one system: "Javelin" the FGM-148, but "FA-50PH" no FA-50M. */
export function maySame(a: Variant, b: Variant): boolean {
  return a.mark === b.mark && isSameModel(a, b);
}

/** For forms of one lexicon entry, whose marks belong to the name: "II" of "F-35 Lightning II". */
export const isSameModel = (a: Variant, b: Variant): boolean =>
  a.model === '' || b.model === '' || a.model === b.model;
