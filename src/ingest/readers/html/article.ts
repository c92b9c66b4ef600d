/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { Readability } from '@mozilla/readability';
import { foldText } from '../../../model/ids.ts';
import { squash } from '../../text/text.ts';
import type { Article } from '../reader.ts';
import { headed } from '../record.ts';
import {
  isTooLarge,
  isWholePage,
  parsePage,
  removeDead,
  removeMenus,
  removeNotices,
  textOf,
} from './dom.ts';
import { metadataOf } from './metadata.ts';
import { HEAD_OF_SITE } from './title.ts';

const TEXT_MIN = 40;
/** Longest name of a site with its motto, in characters. */
const SITE_MAX = 120;

/** Removes the name of the site from above the article, where it would pass for its first line. */
function removeHeadOfSite(document: Document, title: string | null): void {
  const folded = foldText(title ?? '');
  for (const element of document.querySelectorAll(HEAD_OF_SITE)) {
    const text = squash(element.textContent ?? '');
    const within = element.closest('article, main, [role="main"]') !== null;
    if (within || text.length > SITE_MAX || element.querySelector('p')) continue;
    if (folded === '' || !foldText(text).includes(folded)) element.remove();
  }
}

/** Characters below which an article is doubted if the page has much more text. */
const SHORT = 600;
const NOTICE =
  /\b(?:cookies?|gdpr|privacy policy|newsletter|subscribe|sign up|log in|javascript|consent|all rights reserved)\b/i;

/** All paragraphs of the page outside menus, notices and forms. */
function paragraphsOf(html: string): string {
  const document = parsePage(html);
  removeDead(document);
  removeNotices(document);
  return textOf(document.body);
}

/** The article's text, or that of the whole page if the article is only a notice. */
function soundText(found: string, html: string): string {
  if (found.length >= SHORT) return found;
  const notice = found.length < TEXT_MIN || NOTICE.test(found);
  const whole = notice ? paragraphsOf(html) : found;
  return whole.length > 1.5 * found.length ? whole : found;
}

/**
 * The article of a page, without navigation and furniture, or the text of a fragment.
 * @returns null when there is none, or the page is too large or too deep
 */
export function readHtml(html: string): Article | null {
  if (isTooLarge(html)) return null;
  const document = parsePage(html);
  if (!isWholePage(html)) {
    removeDead(document);
    const text = textOf(document.body);
    return text === '' ? null : { text, metadata: {} };
  }
  const metadata = metadataOf(document);
  removeNotices(document);
  removeHeadOfSite(document, metadata.title ?? null);
  const article = new Readability(document).parse();
  const content = article?.content ? parsePage(`<div>${article.content}</div>`) : null;
  if (content) removeMenus(content.body);
  const text = soundText(content ? textOf(content.body) : '', html);
  const title = metadata.title ?? article?.title ?? null;
  if (text.length < TEXT_MIN) return null;
  return { text: headed(title, text), metadata: { ...metadata, title } };
}
