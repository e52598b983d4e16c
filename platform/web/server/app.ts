import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { serveStatic } from 'hono/serve-static';
import { readFiles } from './files';
import { readPage } from './page';

const IDENTITY = { service: 'web', version: __VERSION__, build: __BUILD__ } as const;
const ONE_YEAR = 'public, max-age=31536000, immutable';
const FILE_WITH_EXTENSION = /\/[^/]+\.[a-z0-9]+$/i;

/** The static server: health, hashed assets, and the app's page for every other path. */
export function createApp(appFolder: string, apiUrl: string): Hono {
  const app = new Hono();
  const files = readFiles(appFolder);
  const getContent = async (path: string) => files.get(path) ?? null;
  const pageFor = readPage(files, apiUrl);
  app.get('/health/live', (c) => c.json({ status: 'live', ...IDENTITY }));
  app.get('/health/ready', (c) => c.json({ status: 'ready', ...IDENTITY, parts: {} }));
  app.use(securityHeaders(apiUrl));
  app.use('/assets/*', serveStatic({ getContent, precompressed: true, onFound: keepForever }));
  app.get('/favicon.svg', serveStatic({ getContent }));
  app.get('*', (c) => {
    if (FILE_WITH_EXTENSION.test(c.req.path)) return c.notFound();
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Language');
    return c.html(pageFor(c.req.header('Accept-Language')));
  });
  return app;
}

function keepForever(_path: string, c: { header: (name: string, value: string) => void }): void {
  c.header('Cache-Control', ONE_YEAR);
}

function securityHeaders(apiUrl: string): ReturnType<typeof secureHeaders> {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // Photos come from the API: by their address on public pages, as content where a token is needed.
      imgSrc: ["'self'", 'blob:', apiUrl],
      connectSrc: [apiUrl],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], clipboardWrite: ['self'] },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // The platform runs on plain http on loopback; whoever ends TLS sets this header.
    strictTransportSecurity: false,
    originAgentCluster: false,
    xDownloadOptions: false,
    xXssProtection: false,
  });
}
