import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { precompress } from './precompress.ts';

// What the first paint needs in one file, not in one for every set of pages that share something; with it comes all that
// it imports. The kit's parts that only later parts use stay with those.
const kit = /client\/src\/(?:ui|net|i18n)\/(?!Dialog|EmergencyDialog|Popover|Select|copy-text|NativeSelect|CheckBox|en\/(?!common|watch))/;
// Of a patient's page what others show too: each a file of its own, they took 3 kB more.
const shared =
  /(?:shared\/ordering|client\/src\/(?:media\/(?:watcher-snapshot|keep-playing|use-playback|use-watcher)|help\/(?:HelpCard\.module|PlainHelp|confirming)|features\/(?:ask\/(?:AskForm|AskNote|asks)|queue\/Queue\.module|watch\/(?:Stage|StageCover|StageStatus|stage-state|fullscreen|CaptionsControl|use-quality|use-captions))))\./;

// What plays or sends a picture gets names of its own, so that it can be told from the first paint, which shows without it.
export default defineConfig(({ mode }) => {
  const api = loadEnv(mode, '.', 'BEDSIDE_').BEDSIDE_API ?? 'http://127.0.0.1:3000';
  return {
    // React's own, which wouter and react-i18next ask an older one's stand-in for.
    resolve: { alias: [{ find: /^use-sync-external-store\/shim(?:\/index\.js)?$/, replacement: 'react' }] },
    plugins: [react(), babel({ presets: [reactCompilerPreset()] }), precompress()],
    // The content policy allows nothing inline: no data: assets, no preload polyfill.
    build: {
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'base', test: (id) => kit.test(id) || shared.test(id) },
              { name: 'mediasoup-client', test: /node_modules\/mediasoup-client\// },
              { name: 'media', test: /client\/src\/media\/(?:watcher|flow|wish|recovery|ways|engine)\.ts/ },
            ],
          },
        },
      },
      outDir: 'dist',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2023',
    },
    server: {
      proxy: {
        '/api': { target: api, changeOrigin: false },
        '/socket.io': { target: api, changeOrigin: false, ws: true },
      },
    },
  };
});
