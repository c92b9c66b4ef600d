/** Folders of what a saved page shows: `page_files` beside `page.html`, in the languages of browsers. */
const COMPANION =
  /^(.*)(?:_files|\.files|-filer|_fichiers|_archivos|_bestanden|_Dateien|-Dateien|_file|_arquivos|_ficheiros|_pliki|_soubory|_tiedostot)$/i;

/** The folders beside a page of the same name, of these paths (with `/`). */
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

/** Why a file is left out on purpose; null when it is to be read. */
export function leftOut(path: string, folders: ReadonlySet<string>): string | null {
  const parts = path.split('/');
  for (const at of parts.keys())
    if (folders.has(parts.slice(0, at + 1).join('/'))) return 'belongs to the saved page beside it';
  if (parts.some((part) => part.startsWith('.') || part === '__MACOSX')) return 'is a hidden file';
  if (/^readme\.md$/i.test(parts.at(-1)!)) return 'describes the folder; name it to read it';
  return null;
}
