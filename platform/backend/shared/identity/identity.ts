import { z } from 'zod';

import { right, role } from './rights';

/** Schema of a signed-in user, as the gateway passes it on. */
export const identitySchema = z.object({
  userId: z.uuid(),
  accountId: z.uuid(),
  sessionId: z.uuid(),
  role,
  name: z.string(),
  email: z.string(),
  rights: z.array(right),
  mfaSetupRequired: z.boolean(),
});

/** A signed-in user. */
export type Identity = Readonly<z.output<typeof identitySchema>>;

/** The header that carries the identity between gateway and services. */
export const IDENTITY_HEADER = 'x-officina-identity';

/** Who made a request. */
export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'user'; readonly identity: Identity }
  | { readonly kind: 'service'; readonly service: string };
