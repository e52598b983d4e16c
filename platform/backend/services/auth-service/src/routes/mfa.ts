import { identity, requireUser } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthKit } from '../kit';
import { matchingStep, newTotp } from '../mfa/totp';
import { mustHaveMfa } from '../people';
import type { UserWithAccount } from '../people';
import { codeRequest, passwordProof } from '../requests';
import { mfaPolicy } from '../schema';
import { deviceOf } from '../sessions/device';
import { refusals } from '../sessions/refusals';
import { recordEvent } from '../store/events';
import {
  countRecoveryCodes,
  removeSecondFactor,
  replaceRecoveryCodes,
  useTotpStep,
} from '../store/secondFactor';
import { updateUser } from '../store/users';
import { provePassword } from './password';
import { signedInUser } from './sessions';

const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
const codeBody = { body: jsonBody(codeRequest) };

const status = createRoute({
  method: 'get',
  path: '/api/auth/mfa',
  summary: 'The own second factor',
  middleware: requireUser,
  responses: {
    200: jsonAnswer(
      z.object({
        enabled: z.boolean(),
        recoveryCodesLeft: z.number().int(),
        policy: mfaPolicy,
      }),
      'Its state',
    ),
  },
});

const setUp = createRoute({
  method: 'post',
  path: '/api/auth/mfa/setup',
  summary: 'A secret for an authenticator app',
  middleware: requireUser,
  responses: {
    200: jsonAnswer(z.object({ secret: z.string(), otpauthUrl: z.string() }), 'The secret'),
  },
});

const confirm = createRoute({
  method: 'post',
  path: '/api/auth/mfa/confirm',
  summary: 'Switch the second factor on by a first code',
  middleware: requireUser,
  request: codeBody,
  responses: { 200: jsonAnswer(recoveryCodes, 'The recovery codes, shown once') },
});

const disable = createRoute({
  method: 'post',
  path: '/api/auth/mfa/disable',
  summary: 'Switch the second factor off',
  middleware: requireUser,
  request: { body: jsonBody(passwordProof) },
  responses: { 204: { description: 'Switched off' } },
});

const renewCodes = createRoute({
  method: 'post',
  path: '/api/auth/mfa/recovery-codes',
  summary: 'Replace the recovery codes',
  middleware: requireUser,
  request: codeBody,
  responses: { 200: jsonAnswer(recoveryCodes, 'The new recovery codes, shown once') },
});

function stepOf(kit: AuthKit, user: UserWithAccount, code: string): number {
  if (user.totp_secret === null) throw refusals.mfaNotPrepared();
  const step = matchingStep(kit.box.open(user.totp_secret), code);
  if (step === undefined) throw refusals.wrongCode();
  return step;
}

function addSetUp(api: Api, kit: AuthKit): void {
  const { db } = kit;
  api.openapi(setUp, async (c) => {
    const user = await signedInUser(db, identity(c).userId);
    if (user.mfa_enabled) throw refusals.mfaEnabled();
    const totp = newTotp(kit.settings.ISSUER, user.email);
    await updateUser(db, user.id, { totp_secret: kit.box.seal(totp.secret) });
    return c.json(totp, 200);
  });
  api.openapi(confirm, async (c) => {
    const user = await signedInUser(db, identity(c).userId);
    if (user.mfa_enabled) throw refusals.mfaEnabled();
    const step = stepOf(kit, user, c.req.valid('json').code);
    const codes = await db.transaction().execute(async (trx) => {
      if (!(await useTotpStep(trx, user.id, step))) throw refusals.codeUsed();
      await updateUser(trx, user.id, { mfa_enabled: true });
      await recordEvent(trx, user, { action: 'mfa-enabled' });
      return replaceRecoveryCodes(trx, user.id);
    });
    return c.json({ recoveryCodes: codes }, 200);
  });
}

function addDisable(api: Api, kit: AuthKit): void {
  api.openapi(disable, async (c) => {
    const user = await signedInUser(kit.db, identity(c).userId);
    if (!user.mfa_enabled) throw refusals.mfaNotEnabled();
    const given = { password: c.req.valid('json').password, device: deviceOf(c) };
    await provePassword(kit, user, given);
    if (mustHaveMfa(user)) throw refusals.mfaRequired();
    await kit.db.transaction().execute(async (trx) => {
      await removeSecondFactor(trx, user.id);
      await recordEvent(trx, user, { action: 'mfa-disabled' });
    });
    return c.body(null, 204);
  });
}

/** Setting up, confirming and switching off the second factor. */
export function addMfa(api: Api, kit: AuthKit): void {
  const { db } = kit;
  api.openapi(status, async (c) => {
    const user = await signedInUser(db, identity(c).userId);
    const recoveryCodesLeft = await countRecoveryCodes(db, user.id);
    return c.json({ enabled: user.mfa_enabled, recoveryCodesLeft, policy: user.mfa_policy }, 200);
  });
  addSetUp(api, kit);
  addDisable(api, kit);
  api.openapi(renewCodes, async (c) => {
    const user = await signedInUser(db, identity(c).userId);
    if (!user.mfa_enabled) throw refusals.mfaNotEnabled();
    const step = stepOf(kit, user, c.req.valid('json').code);
    if (!(await useTotpStep(db, user.id, step))) throw refusals.codeUsed();
    const codes = await db.transaction().execute(async (trx) => {
      await recordEvent(trx, user, { action: 'recovery-codes-renewed' });
      return replaceRecoveryCodes(trx, user.id);
    });
    return c.json({ recoveryCodes: codes }, 200);
  });
}
