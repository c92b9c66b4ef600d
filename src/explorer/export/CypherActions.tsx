import { useEffect, useState } from 'react';
import { readTools, type Tools } from '../ask.ts';
import { CopyButton } from './CopyButton.tsx';

/** What the server offers beside its pages; null until it has told, and where it keeps that to itself. */
export function useTools(): Tools | null {
  const [tools, setTools] = useState<Tools | null>(null);
  useEffect(() => {
    if (document.body.dataset.tools) void readTools().then(setTools, () => {});
  }, []);
  return tools;
}

/** What is shown as Cypher, to copy or to run in Neo4j Browser. */
export function CypherActions({ cypher, tools }: { cypher: string; tools: Tools | null }) {
  return (
    <>
      <CopyButton text={() => cypher}>Copy Cypher</CopyButton>
      {tools?.browser && tools.bolt && (
        <a
          className="button"
          href={`${tools.browser}?${new URLSearchParams({ connectURL: tools.bolt, cmd: 'edit', arg: cypher })}`}
        >
          Open in Neo4j Browser
        </a>
      )}
    </>
  );
}

/** The same beside the downloads of a page that has no picture. */
export function PageCypher({ cypher }: { cypher: string }) {
  return <CypherActions cypher={cypher} tools={useTools()} />;
}
