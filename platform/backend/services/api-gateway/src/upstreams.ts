import type { GatewaySettings } from './settings';

/** A service behind the gateway and the areas of the API that are its own. */
export interface Upstream {
  readonly service: string;
  readonly url: string;
  readonly areas: readonly string[];
}

/** All services behind the gateway. */
export function upstreamsOf(settings: GatewaySettings): readonly Upstream[] {
  return [
    { service: 'auth-service', url: settings.AUTH_URL, areas: ['auth'] },
    { service: 'user-service', url: settings.USER_URL, areas: ['users', 'account', 'audit'] },
    { service: 'pharmacy-service', url: settings.PHARMACY_URL, areas: ['pharmacies'] },
    {
      service: 'notification-service',
      url: settings.NOTIFICATION_URL,
      areas: ['messages', 'notifications', 'outbox'],
    },
    { service: 'inventory-service', url: settings.INVENTORY_URL, areas: ['inventory'] },
    {
      service: 'prescription-service',
      url: settings.PRESCRIPTION_URL,
      areas: ['prescriptions'],
    },
    {
      service: 'teleconsultation-service',
      url: settings.TELECONSULTATION_URL,
      areas: ['consultations'],
    },
  ];
}

/** The service that owns a path of the API. */
export function upstreamFor(upstreams: readonly Upstream[], path: string): Upstream | undefined {
  const area = /^\/api\/([^/]+)/.exec(path)?.[1];
  return upstreams.find(({ areas }) => area !== undefined && areas.includes(area));
}

const PUBLIC_ROUTES: readonly { readonly method?: string; readonly path: RegExp }[] = [
  { path: /^\/api\/auth\/(?:register|sign-in|second-step|refresh|password-policy)$/ },
  { path: /^\/api\/auth\/invitations\/./ },
  { method: 'GET', path: /^\/api\/pharmacies\/public\/./ },
];

/** Whether a request is one for people who are not signed in. */
export function isPublic(method: string, path: string): boolean {
  return PUBLIC_ROUTES.some((route) => {
    return (route.method ?? method) === method && route.path.test(path);
  });
}
