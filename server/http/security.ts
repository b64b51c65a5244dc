import helmet from 'helmet';
import type { RequestHandler } from 'express';

/**
 * Headers of every answer. Nothing from elsewhere, nothing inline, no frame around us; camera and microphone for our
 * own pages only. HTTPS is not forced here: watching on a local network goes without it.
 */
export function securityHeaders(options: { origins: readonly string[]; https: boolean }): RequestHandler[] {
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
  const permissions: RequestHandler = (_request, response, next) => {
    response.set('permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()');
    next();
  };
  return [policy, permissions];
}
