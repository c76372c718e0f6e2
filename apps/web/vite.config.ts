import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('../../dist/apps/web');

/** Old hashed files go before each build; the rest of the folder stays, for it also holds compiled logic that tests run. */
function clearAssets(): Plugin {
  return { name: 'clear-assets', apply: 'build', buildStart: () => rmSync(`${outDir}/assets`, { recursive: true, force: true }) };
}

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), clearAssets()],
  resolve: {
    alias: { '#contracts': here('../../libs/contracts/src/index.ts'), '#time': here('../../libs/time/src/index.ts') },
  },
  build: {
    outDir,
    emptyOutDir: false,
    // The page runs under a policy that allows files of its own origin only: nothing inline, no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
