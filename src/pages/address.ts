/** Query parameters of a page, whose whole state is in its address. */
type Parameters = Readonly<Record<string, string | number | null | undefined>>;

/** Colons, which every id contains, stay readable. */
const segment = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':');

export function address(path: string, parameters: Parameters = {}, fragment = ''): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value != null && value !== '') query.set(name, String(value));
  const text = query.toString().replaceAll('%3A', ':');
  return `${path}${text ? `?${text}` : ''}${fragment ? `#${fragment}` : ''}`;
}

export const entityAddress = (id: string, parameters?: Parameters, fragment?: string): string =>
  address(`/e/${segment(id)}`, parameters, fragment);

/** The address of a document, or of a sentence in it. */
export const documentAddress = (
  id: string,
  at?: { readonly start: number; readonly end: number },
): string =>
  address(
    `/docs/${segment(id)}`,
    at ? { s: `${at.start}-${at.end}` } : {},
    at ? 'sentence' : undefined,
  );

export const pathAddress = (parameters: Parameters): string => address('/path', parameters);
export const searchAddress = (parameters: Parameters): string => address('/search', parameters);
export const listAddress = (kind: string, parameters: Parameters = {}): string =>
  address(`/list/${kind}`, parameters);
export const identitiesAddress = (parameters: Parameters = {}): string =>
  address('/identities', parameters);

/** Reads `120-180`, in UTF-16 units of the text; null for any other text. */
export function sentenceRange(text: string | null): { start: number; end: number } | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
  if (start === undefined || Number(end) <= Number(start)) return null;
  return { start: Number(start), end: Number(end) };
}
