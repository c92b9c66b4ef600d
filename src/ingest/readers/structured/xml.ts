import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';

export type { Element } from 'domhandler';

/** Usual prefixes by namespace, because feeds choose their own. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns#': '',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/xhtml': 'xhtml',
};

/** Most levels of XML; more is an attack. */
const DEPTH_MAX = 200;
/** Gives the name of an element with the usual prefix of its namespace. */
export type Names = (element: Element) => string;

const BEFORE_ROOT =
  /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<([A-Za-z_][\w.-]*(?::[\w.-]+)?)/i;

/** The lower-case name of the root element with its prefix; null when it is no XML. */
export const rootOf = (text: string): string | null =>
  BEFORE_ROOT.exec(text)?.[1]?.toLowerCase() ?? null;

/** @throws when the XML is too deep; what is not well-formed is read as far as possible */
export function parseXml(text: string): { root: Element | null; nameOf: Names } {
  const document = parseDocument(text, { xmlMode: true });
  const root = document.children.find(isTag) ?? null;
  const prefixes = new Map<string, string>();
  const collect = (element: Element, depth: number) => {
    for (const [name, value] of Object.entries(element.attribs))
      if (name === 'xmlns' || name.startsWith('xmlns:')) {
        const own = name.slice(6);
        if (!prefixes.has(own)) prefixes.set(own, PREFIXES[value.toLowerCase().trim()] ?? own);
      }
    if (depth < 3) for (const child of childrenOf(element)) collect(child, depth + 1);
  };
  if (root) collect(root, 0);
  // Undeclared prefixes have their usual meaning; the default namespace is the format's own.
  prefixes.set('', '');
  return {
    root,
    nameOf: ({ name }) => {
      const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
      const known = prefixes.get(prefix!) ?? prefix!;
      return `${known ? `${known}:` : ''}${local}`.toLowerCase();
    },
  };
}

export const childrenOf = (element: Element): Element[] => element.children.filter(isTag);

/** All text within an element, including CDATA. */
export function textWithin(node: ChildNode, depth = 0): string {
  if (isText(node)) return node.data;
  if (!('children' in node) || depth > DEPTH_MAX) return '';
  return node.children.map((child) => textWithin(child, depth + 1)).join('');
}

/** The children as HTML, as they would be in a page. */
export const markupWithin = (element: Element): string =>
  DomUtils.getInnerHTML(element, { xmlMode: false });
