import { identitySchema } from '@officina/shared/identity/identity';
import { createRoute, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { reasonOf } from '@officina/shared/problems/reason';

import type { AuthKit } from '../kit';
import { identityOf } from '../people';
import { tokenQuestion } from '../requests';
import { findSession } from '../store/introspection';
import { touchSession } from '../store/sessions';

const result = z.discriminatedUnion('active', [
  z.object({ active: z.literal(true), identity: identitySchema }),
  z.object({ active: z.literal(false), reason: z.string() }),
]);

type Result = z.output<typeof result>;

const introspect = createRoute({
  method: 'post',
  path: '/internal/introspect',
  summary: 'Whom an access token stands for now',
  request: { body: jsonBody(tokenQuestion) },
  responses: { 200: jsonAnswer(result, 'The user, or why the token is no good') },
});

const SEEN_AGAIN_AFTER_MS = 60_000;

async function judge(kit: AuthKit, token: string): Promise<Result> {
  const read = await kit.access.read(token);
  if (read.kind === 'invalid') return { active: false, reason: `the token is ${read.reason}` };
  const { sid } = read.claims;
  const user = await findSession(kit.db, sid);
  if (!user) return { active: false, reason: 'the session is unknown' };
  if (user.session_revoked_at) return { active: false, reason: 'the session was ended' };
  if (user.status !== 'active') return { active: false, reason: 'the user is deactivated' };
  if (Date.now() - user.session_last_seen_at.getTime() > SEEN_AGAIN_AFTER_MS) {
    // The answer does not depend on it, so nobody waits for it.
    touchSession(kit.db, sid).catch((error: unknown) =>
      kit.log.warn({ reason: reasonOf(error) }, 'the use of a session could not be noted'),
    );
  }
  return { active: true, identity: identityOf(user, sid) };
}

/** The token check that the gateway asks for on every request. */
export function addIntrospection(api: Api, kit: AuthKit): void {
  api.openapi(introspect, async (c) => c.json(await judge(kit, c.req.valid('json').token), 200));
}
