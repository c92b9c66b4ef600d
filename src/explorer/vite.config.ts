import { createRequire } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Pages of plain files, no network beyond the server they come from. */
export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  resolve: {
    alias: {
      graphql: path.dirname(createRequire(import.meta.url).resolve('graphql/package.json')),
    },
  },
  worker: { format: 'es' },
  build: {
    outDir: path.resolve(root, '../../dist'),
    emptyOutDir: true,
    // Tells the server how the files of the explorer are called.
    manifest: true,
    chunkSizeWarningLimit: 10_000,
    rollupOptions: {
      // Directives of the React compiler in a dependency; nothing here can act on them.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      input: ['explorer.tsx', 'graphiql.html', 'cypher.html'].map((name) => path.join(root, name)),
    },
  },
});
