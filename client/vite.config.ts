import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const api = loadEnv(mode, '.', 'BEDSIDE_').BEDSIDE_API ?? 'http://127.0.0.1:3000';
  return {
    plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
    // The content policy allows nothing inline: no data: assets, no preload polyfill.
    build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2023' },
    server: {
      proxy: {
        '/api': { target: api, changeOrigin: false },
        '/socket.io': { target: api, changeOrigin: false, ws: true },
      },
    },
  };
});
