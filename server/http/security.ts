import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/**
 * What no page of ours asks a browser for. Each name is one that Chromium knows, which complains of others on every page:
 * https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md. What is not here has its default, our own pages only.
 */
const UNUSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'clipboard-read',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/**
 * Headers of every answer (rule A11). Nothing from elsewhere, nothing inline, no frame around us; camera,
 * microphone and screen for our own pages only. HTTPS is not forced here: watching on a local network goes without it.
 */
export function securityHeaders(options: {
  origins: readonly string[];
  https: boolean;
}): (request: IncomingMessage, response: ServerResponse) => void {
  // Safari before 15.4 does not count a WebSocket of the same host as 'self'. CSP has no form for IPv6 addresses.
  const sockets = options.origins.filter((origin) => !origin.includes('[')).map((origin) => origin.replace(/^http/, 'ws'));
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'media-src': ["'self'", 'blob:'],
        'connect-src': ["'self'", ...sockets],
        'object-src': ["'none'"],
        'frame-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: options.https && { maxAge: 365 * 24 * 60 * 60 },
    xFrameOptions: { action: 'deny' },
    // Ignored outside HTTPS and localhost, with a complaint on every page.
    originAgentCluster: options.https,
  });
  const permissions = [
    'camera=(self)',
    'microphone=(self)',
    'display-capture=(self)',
    ...UNUSED_FEATURES.map((feature) => `${feature}=()`),
  ].join(', ');
  return (request, response) => {
    response.setHeader('permissions-policy', permissions);
    policy(request, response, (error) => {
      if (error instanceof Error) throw error;
    });
  };
}
