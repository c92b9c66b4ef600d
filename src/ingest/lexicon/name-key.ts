import { foldText } from '../../model/ids.ts';
import { squash } from '../text/text.ts';

const POSSESSIVE = /[’']s?\b/g;

/**
 * Key of a mention, for comparison within one document. It keeps accents, articles and legal forms,
 * because one document writes a name in few ways.
 */
export const keyOf = (text: string): string =>
  squash(
    squash(text)
      .toLowerCase()
      .replace(POSSESSIVE, '')
      .replace(/defense/g, 'defence')
      .replace(/u\.s\./g, 'us')
      .replace(/[^\p{L}\p{N}+ ]+/gu, ' '),
  );

/**
 * Key of a name, for comparison across documents and for ids. It drops what publishers write
 * differently: accents, "U.S."/"US", leading articles, legal forms, "&"/"and".
 */
export const nameKey = (name: string): string =>
  squash(
    foldText(name)
      .replace(/\bu\.?\s?s\.?(?:\s?a\.?)?(?=\W|$)/g, 'us')
      .replace(/\bunited states\b/g, 'us')
      .replace(POSSESSIVE, '')
      .replace(/\bdefense\b/g, 'defence')
      .replace(/\b(?:inc|corp|corporation|ltd|limited|llc|co|plc|gmbh|ag)\b\.?/g, ' ')
      .replace(/&/g, ' and ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/^\s*(?:the|a|an|new|next) /, ''),
  );
