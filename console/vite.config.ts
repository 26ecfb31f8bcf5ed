import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Where Vite's development server finds a running system; a login there also counts here, since cookies ignore ports
const gateway = process.env['KEHU_GATEWAY'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
  },
  server: { proxy: { '/api': gateway, '/session': gateway } },
});
