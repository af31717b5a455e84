import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

const root = import.meta.dirname;

export default defineConfig(({ mode }) => {
  const devServer = loadEnv(mode, root, 'FAIRLEAD_')['FAIRLEAD_DEV_SERVER'] ?? 'http://127.0.0.1:7420';
  return {
    root,
    base: '/',
    // By alias and not by the `source` condition: React Aria's packages have one of that name too.
    resolve: {
      alias: [{ find: /^@fairlead\/([a-z-]+)$/, replacement: `${root}/../../packages/$1/src/index.ts` }],
    },
    plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), enforce: 'pre' }],
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
    },
    server: {
      host: '127.0.0.1',
      proxy: { '/api': { target: devServer, ws: true, changeOrigin: true } },
    },
  };
});
