import { createRequire } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Builds plain files that load nothing from other servers. */
// Whoever builds while testing or developing still serves what is meant for readers: Vite would take React's
// own checks along, which are three times as large and half as fast.
process.env.NODE_ENV = 'production';

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
    // The manifest gives the server the names of the built files.
    manifest: true,
    chunkSizeWarningLimit: 10_000,
    rollupOptions: {
      // Directives of the React compiler in a dependency, which have no effect here.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      input: ['explorer.tsx', 'graphiql.html', 'cypher.html'].map((name) => path.join(root, name)),
    },
  },
});
