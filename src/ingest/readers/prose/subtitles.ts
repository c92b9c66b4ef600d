import { decode } from '../decode.ts';
import { bytesOf, type Reader } from '../reader.ts';
import { mergeMetadata, Refusal, sourceDocument } from '../record.ts';

const CUE = /^[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]*-->/m;
const FIRST = /^(?:\s*\d+\r?\n)?\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->/;

/** SubRip and WebVTT: the spoken words as one text, without numbers, times and marks. */
export const subtitlesReader: Reader = {
  format: 'subtitles',
  maxBytes: 20_000_000,
  recognise: ({ text }) => /^WEBVTT\b/.test(text) || FIRST.test(text),
  async *read(input) {
    const bytes = await bytesOf(input);
    const raw = decode(bytes, { charset: input.charset }).text.replace(/\r\n?/g, '\n');
    const said = raw
      .split(/\n\s*\n/)
      .filter((cue) => CUE.test(cue))
      .map((cue) =>
        cue
          .slice(cue.search(CUE))
          .replace(/^.*-->.*$/m, '')
          .replace(/<[^<>]{0,200}>|\{\\[^{}]{0,100}\}/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter(Boolean);
    if (said.length === 0) throw new Refusal('has subtitles without words');
    yield sourceDocument(
      input.name,
      bytes,
      said.join(' '),
      mergeMetadata(input.given, input.fallback),
    );
  },
};
