import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { plainTabs } from './plain-tabs.ts';

/** Wraps long lines, and runs the query if the address requests it. */
export function Start({ run: wanted }: { run: boolean }) {
  const { run } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const schema = useGraphiQL((state) => state.schema);
  const done = useRef(false);
  useEffect(() => plainTabs(document.body), []);
  useEffect(() => {
    for (const editor of [queryEditor, responseEditor]) editor?.updateOptions({ wordWrap: 'on' });
  }, [queryEditor, responseEditor]);
  useEffect(() => {
    if (!wanted || done.current || !queryEditor || !responseEditor || !schema) return;
    // Whatever is ready later begins the wait anew: only a run that began is done.
    const timer = setTimeout(() => {
      done.current = true;
      run();
    }, 100);
    return () => clearTimeout(timer);
  }, [wanted, queryEditor, responseEditor, schema, run]);
  return null;
}
