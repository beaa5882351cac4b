import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

/** Preloads the Latin files of the two fonts only; the others come when a page needs them. */
const preloadFonts: Plugin = {
  name: 'preload-latin-fonts',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      return Object.keys(bundle ?? {})
        .filter((file) => /hyperlegible-(next|mono)-latin-wght-normal.*\.woff2$/.test(file))
        .map((file): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
          injectTo: 'head-prepend',
        }));
    },
  },
};

const ownIcons = fileURLToPath(new URL('src/ui/icon.ts', import.meta.url));

/** What stands in the bundle in place of larger code that can do more than we need. */
const leaner: Plugin = {
  name: 'leaner',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (id.endsWith('lucide-react/dist/esm/createLucideIcon.mjs')) {
      return `export { createIcon as default } from ${JSON.stringify(ownIcons)};`;
    }
    // Vite's waits for style sheets and preloads scripts: there is one sheet, and the lazy parts are small.
    if (id.endsWith('vite/preload-helper.js')) return 'export const __vitePreload = (load) => load();';
    return null;
  },
  transform(code, id) {
    // Of a drawing only its lines: names and React's keys are the larger half.
    if (!/lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/.test(id)) return null;
    return code.replaceAll(/^ {2}(name|size|aliases): .*\n/gm, '').replaceAll(/,? key: "\w+"/g, '');
  },
};

export default defineConfig({
  base: '/',
  plugins: [leaner, react(), preloadFonts],
  resolve: {
    conditions: ['@botize/source', ...defaultClientConditions],
    // React has had this hook itself since version 18; the router's copy is for older ones.
    alias: { 'use-sync-external-store/shim/index.js': 'react' },
  },
  // Everything is a file of its own: the policy allows data: for nothing that we ship.
  build: {
    outDir: 'dist',
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
