import './explorer.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { entityAddress } from '../pages/address.ts';
import { EntityPicture } from './entity/EntityPicture.tsx';
import { PageCypher } from './export/CypherActions.tsx';
import { chainsOf } from './path/chains.ts';
import { PathPicture } from './path/PathPicture.tsx';
import { Read } from './read/Read.tsx';
import { Suggestions } from './search/Suggestions.tsx';

/** Renders a component into a page of the server, at the place reserved for it. */
const put = (element: Element, node: ReactNode) =>
  createRoot(element).render(<StrictMode>{node}</StrictMode>);

function behind(input: HTMLInputElement): HTMLElement {
  const place = document.createElement('div');
  input.parentElement?.append(place);
  return place;
}

function search(): void {
  const input = document.querySelector<HTMLInputElement>('[data-island=search] input[name=q]');
  if (!input) return;
  put(
    behind(input),
    <Suggestions input={input} onPick={({ node }) => location.assign(entityAddress(node.id))} />,
  );
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const typing = target instanceof HTMLElement && target.matches('input, select, textarea');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

const USUAL: Readonly<Record<string, string>> = { steps: '4', k: '3', rank: 'LENGTH' };

/** Inputs of a path show names but send ids, because two entities may have one name. */
function ends(): void {
  const form = document.querySelector<HTMLFormElement>('[data-island=path-form]');
  const meant: (() => readonly [name: string, value: string])[] = [];
  for (const input of form?.querySelectorAll<HTMLInputElement>('[data-island=end]') ?? []) {
    let shown = input.value;
    put(
      behind(input),
      <Suggestions
        input={input}
        onPick={({ node }) => {
          input.value = node.name;
          shown = node.name;
          input.dataset.id = node.id;
        }}
      />,
    );
    meant.push(() => [
      input.name,
      input.dataset.id && input.value === shown ? input.dataset.id : input.value.trim(),
    ]);
  }
  form?.addEventListener('formdata', ({ formData }) => {
    const values = meant.map((value) => value());
    for (const [name] of values) formData.delete(name);
    for (const [name, value] of values) formData.append(name, value);
  });
  // Empty and default values are left out of the address.
  form?.addEventListener('formdata', ({ formData }) => {
    const given = [...formData].filter(([name, value]) => value !== '' && value !== USUAL[name]);
    for (const [name] of [...formData]) formData.delete(name);
    for (const [name, value] of given) formData.append(name, value);
  });
}

function pictures(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-island=picture]'))
    put(element, <EntityPicture id={element.dataset.id ?? ''} name={element.dataset.name ?? ''} />);
  for (const element of document.querySelectorAll<HTMLElement>('[data-island=path]')) {
    const chains = chainsOf(element);
    const title = document.querySelector('h1')?.textContent ?? 'Paths';
    const variables = JSON.parse(element.dataset.variables ?? '{}') as object;
    if (chains.length > 0)
      put(element, <PathPicture chains={chains} title={title} variables={variables} />);
  }
}

/** Adds the Cypher of pages without a picture beside their downloads. */
function cypher(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-cypher]')) {
    const place = document.createElement('span');
    place.className = 'actions';
    element.append(place);
    put(place, <PageCypher cypher={element.dataset.cypher ?? ''} />);
  }
}

function read(): void {
  const place = document.querySelector('[data-island=read]');
  if (place) put(place, <Read />);
}

/** `#s=120-180` addresses a sentence without a request; the server then marks it. */
function sentence(): void {
  const [, range] = /^#s=(\d+-\d+)$/.exec(location.hash) ?? [];
  if (range && document.body.dataset.page === 'document')
    location.replace(`${location.pathname}?s=${range}#sentence`);
}

sentence();
document.getElementById('evidence')?.replaceChildren();
search();
ends();
pictures();
cypher();
read();
