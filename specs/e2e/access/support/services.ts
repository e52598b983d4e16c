/** The services behind the gateway that have routes of their own, and what of them is open to everybody. */
export const PUBLIC_ROUTES = {
  'auth-service': [
    'GET /api/auth/invitations/{token}',
    'GET /api/auth/password-policy',
    'POST /api/auth/invitations/{token}/accept',
    'POST /api/auth/refresh',
    'POST /api/auth/register',
    'POST /api/auth/second-step',
    'POST /api/auth/sign-in',
  ],
  'user-service': [],
  'pharmacy-service': [
    'GET /api/pharmacies/public/{slug}',
    'GET /api/pharmacies/public/{slug}/delivery',
    'GET /api/pharmacies/public/{slug}/photos/{photoId}',
  ],
  'inventory-service': [],
  'notification-service': [],
  'prescription-service': [],
  'teleconsultation-service': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A service behind the gateway. */
export type BackendService = keyof typeof PUBLIC_ROUTES;

/** All of them. */
export const BACKEND_SERVICES = Object.keys(PUBLIC_ROUTES) as readonly BackendService[]; // the keys of the line above
