// The editor's workers are served by this server, like everything else.
import editorWorker from 'monaco-editor/esm/vs/editor/editor.worker?worker';
import jsonWorker from 'monaco-editor/esm/vs/language/json/json.worker?worker';
import graphqlWorker from 'monaco-graphql/esm/graphql.worker?worker';

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker(_id: string, label: string) {
      if (label === 'json') return new jsonWorker();
      return label === 'graphql' ? new graphqlWorker() : new editorWorker();
    },
  },
});
