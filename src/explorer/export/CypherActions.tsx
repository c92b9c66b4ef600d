import { useEffect, useState } from 'react';
import { readTools, type Tools } from '../ask.ts';
import { CopyButton } from './CopyButton.tsx';

/** The server's tools; null until they are read, or if they are private. */
export function useTools(): Tools | null {
  const [tools, setTools] = useState<Tools | null>(null);
  useEffect(() => {
    if (document.body.dataset.tools) void readTools().then(setTools, () => {});
  }, []);
  return tools;
}

/** Buttons to copy Cypher or to run it in Neo4j Browser. */
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

/** The same buttons for a page without a picture. */
export function PageCypher({ cypher }: { cypher: string }) {
  return <CypherActions cypher={cypher} tools={useTools()} />;
}
