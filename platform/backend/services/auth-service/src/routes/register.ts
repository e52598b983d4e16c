import { createRoute, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthKit } from '../kit';
import { hashPassword } from '../passwords/hash';
import { checkPassword, PASSWORD_RULES, MIN_LENGTH, RULE_IDS } from '../passwords/policy';
import { registration } from '../requests';
import { session } from '../schema';
import { deviceOf } from '../sessions/device';
import { issueSession } from '../sessions/issue';
import { insertAccount } from '../store/accounts';
import { enter } from '../store/entering';
import type { Device } from '../sessions/session';
import { findById, insertUser } from '../store/users';

const register = createRoute({
  method: 'post',
  path: '/api/auth/register',
  summary: 'Register a master account with its owner',
  request: { body: jsonBody(registration) },
  responses: { 201: jsonAnswer(session, 'The owner, signed in') },
});

const policy = createRoute({
  method: 'get',
  path: '/api/auth/password-policy',
  summary: 'What a password must be',
  responses: {
    200: jsonAnswer(
      z.object({
        minLength: z.number().int(),
        rules: z.array(z.object({ id: z.enum(RULE_IDS), text: z.string() })),
      }),
      'The rules',
    ),
  },
});

async function createAccount(kit: AuthKit, input: z.output<typeof registration>, device: Device) {
  const passwordHash = await hashPassword(input.password, kit.settings.PASSWORD_COST);
  return kit.db.transaction().execute(async (trx) => {
    const accountId = await insertAccount(trx, input.organisation, input.language);
    const id = await insertUser(trx, {
      account_id: accountId,
      email: input.email,
      name: input.name,
      role: 'owner',
      status: 'active',
      password_hash: passwordHash,
    });
    const owner = { id, account_id: accountId, name: input.name };
    const seconds = kit.settings.REFRESH_TOKEN_SECONDS;
    const opened = await enter(trx, owner, { device, seconds, action: 'registered' });
    const user = await findById(trx, id);
    if (!user) throw new Error('A user that was just added cannot be found.');
    return { user, opened };
  });
}

/** Registration and the password policy. */
export function addRegistration(api: Api, kit: AuthKit): void {
  api.openapi(register, async (c) => {
    const input = c.req.valid('json');
    checkPassword(input.password, input.email);
    const { user, opened } = await createAccount(kit, input, deviceOf(c));
    return c.json(await issueSession(kit, user, opened), 201);
  });
  api.openapi(policy, (c) => {
    const rules = PASSWORD_RULES.map(({ id, text }) => ({ id, text }));
    return c.json({ minLength: MIN_LENGTH, rules }, 200);
  });
}
