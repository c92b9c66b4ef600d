import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API is asked through this server, so that it needs no CORS; elsewhere set CORS_ORIGINS. */
const api = process.env.ENTENTE_URL ?? 'http://127.0.0.1:4000/';
const proxy = { '/graphql': { target: api, changeOrigin: true } };

export default defineConfig({
  plugins: [react()],
  server: { proxy },
  preview: { proxy },
});
