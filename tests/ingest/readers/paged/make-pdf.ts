/** How the content of a page is packed: its bytes, and the filters that unpack them. */
export type Pack = (stream: string) => { readonly bytes: Buffer; readonly filters: string };

function streamOf(stream: string, pack?: Pack): string {
  const { bytes, filters } = pack?.(stream) ?? {
    bytes: Buffer.from(stream, 'latin1'),
    filters: '',
  };
  const filter = filters && ` /Filter [${filters}]`;
  return `<< /Length ${bytes.length}${filter} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
}

/** A PDF of one font with a page for each text; lines are broken at 90 signs. */
export function makePdf(pages: readonly string[], pack?: Pack): Uint8Array {
  const streams = pages.map((text) => {
    const lines = text
      .split('\n')
      .flatMap((line) => line.match(/.{1,90}(?:\s|$)/g)?.map((each) => each.trim()) ?? ['']);
    const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
    return `BT /F1 11 Tf 50 780 Td 14 TL\n${shown}\nET`;
  });
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...streams.flatMap((stream, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      streamOf(stream, pack),
    ]),
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`,
    'latin1',
  );
}
