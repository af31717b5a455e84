import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';

const root = import.meta.dirname;

/** Leaves each text of the built page packed beside it, so that the server packs nothing at run time. */
function packAssets(): Plugin {
  return {
    name: 'fairlead-pack-assets',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      const folder = join(dir, 'assets');
      for (const name of readdirSync(folder).filter((file) => /\.(?:js|css)$/.test(file))) {
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  const devServer = loadEnv(mode, root, 'FAIRLEAD_')['FAIRLEAD_DEV_SERVER'] ?? 'http://127.0.0.1:7420';
  return {
    root,
    base: '/',
    // By alias and not by the `source` condition: React Aria's packages have one of that name too.
    resolve: {
      alias: [{ find: /^@fairlead\/([a-z-]+)$/, replacement: `${root}/../../packages/$1/src/index.ts` }],
    },
    plugins: [
      react(),
      packAssets(),
      { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), enforce: 'pre' },
    ],
    // The server writes the nonce of each reply in place of this text.
    html: mode === 'production' ? { cspNonce: 'FAIRLEAD_CSP_NONCE' } : {},
    worker: { format: 'es' },
    build: {
      outDir: 'dist',
      target: 'es2023',
      manifest: true,
      // A data: URL would be refused by font-src 'self'.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      // The YAML editor is one file, loaded when it is first opened; `pnpm bench` watches what the first screen loads.
      chunkSizeWarningLimit: 3500,
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
    server: {
      host: '127.0.0.1',
      // The host stays the page's own: the server compares it with the origin.
      proxy: { '/api': { target: devServer, ws: true, changeOrigin: false } },
    },
  };
});
