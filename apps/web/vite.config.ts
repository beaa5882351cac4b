import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { compressFiles } from './scripts/compress.ts';
import { leaner } from './scripts/leaner.ts';

/** Preloads the Latin file of the text's font only; the others come when a page needs them. */
const preloadFont: Plugin = {
  name: 'preload-latin-font',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      return Object.keys(bundle ?? {})
        .filter((file) => /hyperlegible-next-latin-wght-normal.*\.woff2$/.test(file))
        .map((file): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: true,
            href: `/${file}`,
          },
          injectTo: 'head-prepend',
        }));
    },
  },
};

export default defineConfig({
  base: '/',
  plugins: [leaner, react(), preloadFont, compressFiles],
  resolve: {
    conditions: ['@botize/source', ...defaultClientConditions],
    // React has had this hook itself since version 18; the router's copy is for older ones.
    alias: { 'use-sync-external-store/shim/index.js': 'react' },
  },
  // Everything is a file of its own: the policy allows data: for nothing that we ship.
  build: {
    outDir: 'dist',
    // For the budget of the first page (scripts/budget); the server sends no file that begins with a dot.
    manifest: true,
    assetsInlineLimit: 0,
    // The first page is one script and one style sheet, and needs no code that preloads more of them.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
        // Reading a property or a global does nothing else in this code, so what only does that can go.
        minify: {
          compress: { treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false } },
          mangle: true,
          codegen: true,
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] || 3000}` } },
});
