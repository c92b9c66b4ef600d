import path from 'node:path';

/** A name with ever more of the folders above the file: `a.txt`, `may/a.txt`, `2024/may/a.txt`. */
function* namesOf(name: string, file: string): Generator<string> {
  yield name;
  const parts = file.split(path.sep);
  for (let count = name.split('/').length + 1; count <= parts.length; count++)
    yield parts.slice(-count).join('/');
}

/**
 * The names under which the files of one run are kept. Two files of one name are two documents: the
 * later one is named with its folder, or it would replace the other.
 */
export class FileNames {
  readonly #fileOf = new Map<string, string>();

  /** @returns the name, and whether it is another than was asked for */
  of(name: string, file: string): { readonly name: string; readonly apart: boolean } {
    const whole = path.resolve(file);
    for (const one of namesOf(name, whole)) {
      const taken = this.#fileOf.get(one);
      if (taken !== undefined && taken !== whole) continue;
      this.#fileOf.set(one, whole);
      return { name: one, apart: one !== name };
    }
    return { name, apart: false };
  }
}
