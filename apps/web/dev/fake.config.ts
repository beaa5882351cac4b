import { mergeConfig } from 'vite';
import base from '../vite.config.ts';
import { fakeApi } from './fake-api.ts';
export default mergeConfig(base, { plugins: [fakeApi], server: { proxy: undefined }, build: { outDir: '/tmp/webprobe/dist', emptyOutDir: true }, preview: { port: 4188, strictPort: true } });
