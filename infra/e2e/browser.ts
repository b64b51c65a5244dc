/** The system's Chromium; `npm test` and `npm run bench` find or install it. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Most tests need no more, and half the time: Chromium without a window's parts, nor the switches that are its. */
export const shellPath = process.env.CHROMIUM_SHELL_PATH ?? chromiumPath;

/** A camera and a microphone that are always there, and no connection to anything but the pages under test. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Chromium's headless shell ends a page that asks whether speech is recognised on the device, where it has nobody to ask.
  '--disable-blink-features=OnDeviceWebSpeechAvailable',
];
