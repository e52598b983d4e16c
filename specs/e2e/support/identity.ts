import { createHmac } from 'node:crypto';

const encoded = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

/** The header by which the services of Officina know who asks. */
export const IDENTITY_HEADER = 'x-officina-identity';

/** An identity as the gateway or a peer would sign it: a user's claims, or `{ service }`. It lives for `seconds`. */
export function identityToken(claims: object, key: string, seconds = 3600): string {
  const now = Math.floor(Date.now() / 1000);
  const content = `${encoded({ alg: 'HS256' })}.${encoded({ ...claims, iat: now, exp: now + seconds })}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}
