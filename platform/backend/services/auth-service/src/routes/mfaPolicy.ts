import { identity, requireRole, requireUser } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthKit } from '../kit';
import { policyRequest } from '../requests';
import { updateAccount } from '../store/accounts';
import { recordEvent } from '../store/events';
import { signedInUser } from './sessions';

const read = createRoute({
  method: 'get',
  path: '/api/auth/mfa/policy',
  summary: 'Who of the account must have a second factor',
  middleware: requireUser,
  responses: { 200: jsonAnswer(policyRequest, 'The policy') },
});

const change = createRoute({
  method: 'put',
  path: '/api/auth/mfa/policy',
  summary: 'Decide who must have a second factor',
  middleware: requireRole('owner'),
  request: { body: jsonBody(policyRequest) },
  responses: { 200: jsonAnswer(policyRequest, 'The policy') },
});

/** The account's policy on second factors. */
export function addMfaPolicy(api: Api, { db }: AuthKit): void {
  api.openapi(read, async (c) => {
    const user = await signedInUser(db, identity(c).userId);
    return c.json({ required: user.mfa_policy }, 200);
  });
  api.openapi(change, async (c) => {
    const { required } = c.req.valid('json');
    const user = await signedInUser(db, identity(c).userId);
    await updateAccount(db, user.account_id, { mfa_policy: required });
    const details = { from: user.mfa_policy, to: required };
    await recordEvent(db, user, { action: 'mfa-policy-changed', details });
    return c.json({ required }, 200);
  });
}
