/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { parseHTML } from 'linkedom';
import { isDeeper } from '../depth.ts';
import { WHOLE_PAGE } from './html.ts';

/** Deeper or longer pages are attacks or dumps, not articles. */
const HTML_MAX = 5_000_000;
const TAGS_MAX = 60_000;
const DEPTH_MAX = 100;

export const isTooLarge = (html: string) =>
  html.length > HTML_MAX || (html.match(/</g)?.length ?? 0) > TAGS_MAX || isDeeper(html, DEPTH_MAX);

/** A page, or a piece of one. */
export function parsePage(html: string): Document {
  const page = WHOLE_PAGE.test(html)
    ? html.replace(/^[\s\S]{0,2000}?<\?xml[^>]*\?>/, '')
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(page).document as unknown as Document;
}

export const isWholePage = (html: string) => WHOLE_PAGE.test(html);

/** What is never text of an article. */
const DEAD =
  'script, style, noscript, template, iframe, object, svg, math, nav, footer, aside, form, button, select, dialog, menu, [hidden], [aria-hidden="true"], [role="navigation"], [role="banner"], [role="contentinfo"], [role="dialog"], [role="search"]';

export function removeDead(document: Document): void {
  for (const element of document.querySelectorAll(DEAD)) element.remove();
}

const NOTICE =
  '[id*="cookie" i], [class*="cookie" i], [id*="consent" i], [class*="consent" i], [id*="gdpr" i], [class*="gdpr" i], [class*="newsletter" i], [id*="newsletter" i], [class*="subscribe" i], [class*="paywall" i], [class*="print-only" i], [class*="share-" i], [class*="related" i], [id*="related" i]';
/** A container of this much text holds more than a notice. */
const NOTICE_MAX = 1_200;

/** Takes away boxes about cookies, newsletters and the like, which small pages are mistaken for. */
export function removeNotices(document: Document): void {
  for (const element of document.querySelectorAll(NOTICE)) {
    if (/^(?:html|body|main|article)$/i.test(element.tagName)) continue;
    if ((element.textContent ?? '').length <= NOTICE_MAX && !element.querySelector('h1'))
      element.remove();
  }
}

const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, figcaption, caption, tr, div, section, header, pre, address, summary, hr';

/** Text of an element, one paragraph a block; cells of a row are set apart by a bar. */
export function textOf(root: Element): string {
  const document = root.ownerDocument;
  for (const br of root.querySelectorAll('br')) br.replaceWith(document.createTextNode('\n'));
  for (const cell of root.querySelectorAll('td, th'))
    if (cell.nextElementSibling) cell.append(' | ');
  for (const block of root.querySelectorAll(BLOCKS)) {
    block.before('\n\n');
    block.append('\n\n');
  }
  return (root.textContent ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => /[^|\s]/.test(paragraph))
    .join('\n\n');
}
