import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ownIcons = fileURLToPath(new URL('../src/ui/icon.ts', import.meta.url));

/** Functions of React that nothing here calls. It is CommonJS, so that the bundler keeps what nobody asks for. */
const uncalled = {
  react: [
    ...['Activity', 'Children', 'Profiler', 'PureComponent', 'ViewTransition', 'addTransitionType', 'cache'],
    ...['cacheSignal', 'cloneElement', 'createRef', 'isValidElement', 'memo', 'startTransition'],
    ...['unstable_useCacheRefresh', 'use', 'useActionState', 'useDebugValue', 'useDeferredValue', 'useEffectEvent'],
    ...['useImperativeHandle', 'useOptimistic', 'useTransition'],
  ],
  'react-dom': [
    ...['createPortal', 'flushSync', 'preconnect', 'prefetchDNS', 'preinit', 'preinitModule', 'preload'],
    ...['preloadModule', 'requestFormReset', 'unstable_batchedUpdates', 'useFormState', 'useFormStatus'],
  ],
  scheduler: ['unstable_forceFrameRate', 'unstable_next', 'unstable_runWithPriority', 'unstable_wrapCallback'],
};

const without = (code: string, names: string[]) =>
  code.replaceAll(
    new RegExp(`^exports\\.(?:${names.join('|')}) = (?:function \\(\\) \\{\\}|function[\\s\\S]*?^\\}|\\w+);\\n`, 'gm'),
    '',
  );

/** The name of an uncalled function that a module calls after all. */
const callOf = (code: string) => {
  const imported = [...code.matchAll(/import\b([^;]*?)\bfrom\s*["']react(?:-dom)?["']/g)].map(([, what = '']) => what);
  const members = [...code.matchAll(/\bReact(?:DOM)?(?:\$\d+)?\.(\w+)/g)].map(([, name = '']) => name);
  const asked = new Set([...members, ...imported.join(' ').split(/\W+/)]);
  return Object.values(uncalled)
    .flat()
    .find((name) => asked.has(name));
};

/** Takes out of the bundle what larger packages can do and nothing here asks for. */
export const leaner: Plugin = {
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
    const part = /\/(react|react-dom|scheduler)\/cjs\/\1\.production\.js$/.exec(id)?.[1];
    if (part === 'react' || part === 'react-dom' || part === 'scheduler') return without(code, uncalled[part]);
    if (/\/node_modules\/(react|react-dom|scheduler)\//.test(id)) return null;
    const called = callOf(code);
    if (called !== undefined) this.error(`${id} calls React’s ${called}: take it off the list in leaner.ts.`);
    // Of a drawing only its lines: names and React's keys are the larger half.
    if (!/lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/.test(id)) return null;
    return code.replaceAll(/^ {2}(name|size|aliases): .*\n/gm, '').replaceAll(/,? key: "\w+"/g, '');
  },
};
