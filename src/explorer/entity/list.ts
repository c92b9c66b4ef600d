/** Makes links to evidence open it beside the picture instead of on another page. */
export function markList(select: (edge: string) => void): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = (event.target as Element).closest('.ties .evidence-link');
    const edge = link?.closest<HTMLElement>('[data-edge]')?.dataset.edge;
    if (!link || !edge) return;
    event.preventDefault();
    (link as HTMLElement).focus();
    select(edge);
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}
