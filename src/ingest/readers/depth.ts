/** Tags that hold nothing, and tags that the next one of their kind closes. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot)$/;
/** What is inside of these is no markup. */
const RAW = /^(?:script|style|textarea|title|noscript|xmp|iframe)$/;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)/g;

/**
 * Whether a page is nested deeper than any article. Building and searching its tree takes time that
 * grows with depth times length, so that this is asked before; it reads the page once.
 */
export function isDeeper(html: string, depth: number): boolean {
  const open: string[] = [];
  const lower = html.toLowerCase();
  TAG.lastIndex = 0;
  let comment = html.indexOf('<!--');
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    if (comment >= 0 && comment < match.index) {
      const end = html.indexOf('-->', comment + 4);
      if (end < 0) return false;
      comment = html.indexOf('<!--', end);
      if (end > match.index) TAG.lastIndex = end;
      else TAG.lastIndex = match.index;
      continue;
    }
    const name = match[2]!.toLowerCase();
    if (FLAT.test(name)) continue;
    if (match[1] === '/') {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    } else if (RAW.test(name)) {
      const end = lower.indexOf(`</${name}`, TAG.lastIndex);
      if (end < 0) return false;
      TAG.lastIndex = end + 2;
    } else if (open.push(name) > depth) return true;
  }
  return false;
}
