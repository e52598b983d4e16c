import { callerBy, holding, inRole, peerName, signedIn } from '@officina/shared/identity/checks';
import { IDENTITY_HEADER } from '@officina/shared/identity/identity';
import type { Caller, Identity } from '@officina/shared/identity/identity';
import type { Right, Role } from '@officina/shared/identity/rights';
import { identityTokens } from '@officina/shared/identity/token';

/** Who makes a request, by the token that gateway and services sign; each refuses as the service does. */
export interface Callers {
  /** Whoever it is, nobody too. */
  any(request: Request): Promise<Caller>;
  user(request: Request): Promise<Identity>;
  withRight(request: Request, right: Right): Promise<Identity>;
  withRole(request: Request, role: Role): Promise<Identity>;
  /** The name of a service that calls in its own name. */
  service(request: Request): Promise<string>;
}

/** {@link Callers} whose tokens are signed with the stack's internal key. */
export function callersBy(internalKey: string): Callers {
  const tokens = identityTokens(internalKey);
  const any = (request: Request) => callerBy(tokens, request.headers.get(IDENTITY_HEADER) ?? undefined);
  return {
    any,
    user: async (request) => signedIn(await any(request)),
    withRight: async (request, right) => holding(await any(request), right),
    withRole: async (request, role) => inRole(await any(request), role),
    service: async (request) => peerName(await any(request)),
  };
}
