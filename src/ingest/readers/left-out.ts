/** Folders of a saved page's files, in browsers' languages: `page_files` beside `page.html`. */
const COMPANION =
  /^(.*)(?:_files|\.files|-filer|_fichiers|_archivos|_bestanden|_Dateien|-Dateien|_file|_arquivos|_ficheiros|_pliki|_soubory|_tiedostot)$/i;

/** Those of the paths' folders that belong to a page of the same name; separators are `/`. */
export function savedPageFolders(paths: readonly string[]): ReadonlySet<string> {
  const pages = new Set(
    paths
      .filter((path) => /\.(?:x?html?|aspx?|php)$/i.test(path))
      .map((path) => path.replace(/\.[^./]+$/, '')),
  );
  const folders = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/').slice(0, -1);
    for (const at of parts.keys()) {
      const folder = parts.slice(0, at + 1).join('/');
      const page = COMPANION.exec(folder)?.[1];
      if (page !== undefined && pages.has(page)) folders.add(folder);
    }
  }
  return folders;
}

/** Why a file is left out on purpose; null when it is read. */
export function leftOut(path: string, folders: ReadonlySet<string>): string | null {
  const parts = path.split('/');
  for (const at of parts.keys())
    if (folders.has(parts.slice(0, at + 1).join('/'))) return 'belongs to the saved page beside it';
  if (parts.some((part) => part.startsWith('.') || part === '__MACOSX')) return 'is a hidden file';
  if (/^readme\.md$/i.test(parts.at(-1)!)) return 'describes the folder; name it to read it';
  return null;
}
