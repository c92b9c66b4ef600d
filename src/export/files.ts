import { mkdirSync } from 'node:fs';
import { TextFiles } from '../text-files.ts';

/** Text for one of several files. */
export interface FileText {
  readonly file: string;
  readonly text: string;
}

/** Writes texts to the files of a folder as they are produced. */
export async function writeFiles(folder: string, texts: AsyncIterable<FileText>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = new TextFiles(folder);
  for await (const { file, text } of texts) files.write(file, text);
  files.close();
}
