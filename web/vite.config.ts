import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '#': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    manifest: true,
    // The content security policy allows no data: fonts, and a preload polyfill no current browser needs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  preview: { proxy: { '/api': 'http://localhost:8080' } },
  test: {
    // What draws nothing needs no document, whose making takes longer than most tests.
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['src/{features,ui}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['./src/testing/plain-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'drawn',
          include: ['src/**/*.test.tsx', 'src/api/**/*.test.ts'],
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost/' } },
          setupFiles: ['./src/testing/setup.ts'],
          // One document for all files: most of the time went into making it and loading the same libraries anew.
          isolate: false,
        },
      },
    ],
    css: false,
    restoreMocks: true,
    testTimeout: 15_000,
    env: { TZ: 'America/New_York' },
  },
});
