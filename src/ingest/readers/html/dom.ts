/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { parseHTML } from 'linkedom';
import { squash } from '../../text/text.ts';
import { isDeeper } from '../depth.ts';
import { WHOLE_PAGE } from './html.ts';

/** Most characters, tags and levels; larger pages are attacks or dumps. */
const HTML_MAX = 5_000_000;
const TAGS_MAX = 60_000;
const DEPTH_MAX = 100;

export const isTooLarge = (html: string) =>
  html.length > HTML_MAX || (html.match(/</g)?.length ?? 0) > TAGS_MAX || isDeeper(html, DEPTH_MAX);

const PROLOGUE = /^[\s\S]{0,2000}?<\?xml[^>]*\?>/;
const DOCTYPE = /<!doctype[^>]*>/i;
const OF_HEAD = /^(?:title|meta|link|base|style|script)$/i;

/**
 * Moves content into head and body, beside which the parser leaves it if their tags are missing.
 */
function completeTags(document: Document): Document {
  const { head, body } = document;
  for (const node of [...document.documentElement.childNodes]) {
    if (node === head || node === body) continue;
    (OF_HEAD.test(node.nodeName) ? head : body).append(node);
  }
  return document;
}

/** Parses a page or a fragment. */
export function parsePage(html: string): Document {
  const parsed = (page: string) => parseHTML(page).document as unknown as Document;
  if (!WHOLE_PAGE.test(html))
    return parsed(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const page = html.replace(PROLOGUE, '');
  if (/<html\b/i.test(page)) return completeTags(parsed(page));
  return completeTags(parsed(`<!doctype html><html>${page.replace(DOCTYPE, '')}</html>`));
}

export const isWholePage = (html: string) => WHOLE_PAGE.test(html);

/** Elements that never hold text of an article. */
const DEAD =
  'script, style, noscript, template, iframe, object, svg, math, nav, footer, aside, form, button, select, dialog, menu, [hidden], [aria-hidden="true"], [role="navigation"], [role="banner"], [role="contentinfo"], [role="dialog"], [role="search"]';

export function removeDead(document: Document): void {
  for (const element of document.querySelectorAll(DEAD)) element.remove();
}

/** What is drawn by a script or lies beside the article: templates, readers' comments, advertisements. */
const BESIDE =
  'template, #comments, #disqus_thread, [class~="comments"], [class~="comments-area"], [class~="comment-list"], [class~="ad"], [class~="ads"], [class~="advert"], [class~="advertisement"], [id="advertisement"], [class~="sponsored"]';
/** Menus and advertisements of AMP pages, of any length. */
const AMP_DEAD =
  'amp-sidebar, amp-ad, amp-embed, amp-consent, amp-user-notification, amp-sticky-ad, amp-lightbox, amp-next-page';
const NOTICE =
  'dialog, [role="dialog"], [role="alertdialog"], [id*="cookie" i], [class*="cookie" i], [id*="consent" i], [class*="consent" i], [id*="gdpr" i], [class*="gdpr" i], [class*="newsletter" i], [id*="newsletter" i], [class*="subscribe" i], [class*="paywall" i], [class*="print-only" i], [class*="share-" i], [class*="related" i], [id*="related" i]';
/** Most characters of a notice; a longer element is content. */
const NOTICE_MAX = 1_200;
const NOTICE_WORDS = /\b(?:cookies?|consent|privacy|newsletter|subscri\w+|sign up|log in)\b/i;
/** Least characters that must remain; if fewer would, the element is the page itself. */
const REST_MIN = 100;

const textIn = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ');

/** Removes boxes about cookies, newsletters and the like, which would pass for small articles. */
export function removeNotices(document: Document): void {
  for (const element of document.querySelectorAll(AMP_DEAD)) element.remove();
  for (const element of document.querySelectorAll(BESIDE))
    if (
      !/^(?:html|body|main|article)$/i.test(element.tagName) &&
      !element.querySelector('h1, article')
    )
      element.remove();
  let left = textIn(document.body).length;
  // Inner elements first, so that outer ones are judged by what remains.
  for (const element of [...document.querySelectorAll(NOTICE)].reverse()) {
    if (/^(?:html|body|main|article)$/i.test(element.tagName)) continue;
    const text = textIn(element);
    const isPage = left - text.length < REST_MIN && !NOTICE_WORDS.test(text);
    if (text.length > NOTICE_MAX || isPage || element.querySelector('h1')) continue;
    element.remove();
    left -= text.length;
  }
}

/** Removes menus within the article. */
export function removeMenus(article: Element): void {
  for (const element of article.querySelectorAll('nav, footer, [role="navigation"]'))
    element.remove();
}

const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, figcaption, caption, tr, div, section, header, pre, address, summary, hr';

/** The text of an element, one paragraph per block; table cells are separated by bars. */
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
    .map((paragraph) => squash(paragraph))
    .filter((paragraph) => /[^|\s]/.test(paragraph))
    .join('\n\n');
}
