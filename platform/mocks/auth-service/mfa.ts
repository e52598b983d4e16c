import { matchingStep, newTotp } from '../../backend/services/auth-service/src/mfa/totp';
import { mustHaveMfa, type UserWithAccount } from '../../backend/services/auth-service/src/people';
import { codeRequest, passwordProof, policyRequest } from '../../backend/services/auth-service/src/requests';
import { refusals } from '../../backend/services/auth-service/src/sessions/refusals';
import { bodyOf } from '../kit';
import type { Desk } from './desk';
import { deviceOf, provePassword, signedInUser } from './entering';

function useCode({ proofs }: Desk, user: UserWithAccount, code: string): void {
  if (user.totp_secret === null) throw refusals.mfaNotPrepared();
  const step = matchingStep(user.totp_secret, code);
  if (step === undefined) throw refusals.wrongCode();
  if (!proofs.useStep(user.id, step)) throw refusals.codeUsed();
}

function settingUp(desk: Desk) {
  const { http, guarded, callers, people, proofs, events, settings } = desk;
  return [
    http.post('/api/auth/mfa/setup', guarded(async ({ request, response }) => {
      const user = signedInUser(desk, await callers.user(request));
      if (user.mfa_enabled) throw refusals.mfaEnabled();
      const totp = newTotp(settings.ISSUER, user.email);
      people.changeUser(user.id, { totp_secret: totp.secret });
      return response(200).json(totp);
    })),
    http.post('/api/auth/mfa/confirm', guarded(async ({ request, response }) => {
      const caller = await callers.user(request);
      const { code } = await bodyOf(request, codeRequest);
      const user = signedInUser(desk, caller);
      if (user.mfa_enabled) throw refusals.mfaEnabled();
      useCode(desk, user, code);
      people.changeUser(user.id, { mfa_enabled: true });
      events.record(user, { action: 'mfa-enabled' });
      return response(200).json({ recoveryCodes: proofs.replaceRecoveryCodes(user.id) });
    })),
  ];
}

function having(desk: Desk) {
  const { http, guarded, callers, people, proofs, events } = desk;
  return [
    http.get('/api/auth/mfa', guarded(async ({ request, response }) => {
      const user = signedInUser(desk, await callers.user(request));
      const recoveryCodesLeft = proofs.recoveryCodesLeft(user.id);
      return response(200).json({ enabled: user.mfa_enabled, recoveryCodesLeft, policy: user.mfa_policy });
    })),
    http.post('/api/auth/mfa/disable', guarded(async ({ request, response }) => {
      const caller = await callers.user(request);
      const { password } = await bodyOf(request, passwordProof);
      const user = signedInUser(desk, caller);
      if (!user.mfa_enabled) throw refusals.mfaNotEnabled();
      await provePassword(desk, user, { password, device: deviceOf(request) });
      if (mustHaveMfa(user)) throw refusals.mfaRequired();
      proofs.removeCodes(user.id);
      people.changeUser(user.id, { mfa_enabled: false, totp_secret: null });
      events.record(user, { action: 'mfa-disabled' });
      return response(204).empty();
    })),
    http.post('/api/auth/mfa/recovery-codes', guarded(async ({ request, response }) => {
      const caller = await callers.user(request);
      const { code } = await bodyOf(request, codeRequest);
      const user = signedInUser(desk, caller);
      if (!user.mfa_enabled) throw refusals.mfaNotEnabled();
      useCode(desk, user, code);
      events.record(user, { action: 'recovery-codes-renewed' });
      return response(200).json({ recoveryCodes: proofs.replaceRecoveryCodes(user.id) });
    })),
  ];
}

function policy(desk: Desk) {
  const { http, guarded, callers, people, events } = desk;
  return [
    http.get('/api/auth/mfa/policy', guarded(async ({ request, response }) => {
      const { mfa_policy: required } = signedInUser(desk, await callers.user(request));
      return response(200).json({ required });
    })),
    http.put('/api/auth/mfa/policy', guarded(async ({ request, response }) => {
      const caller = await callers.withRole(request, 'owner');
      const { required } = await bodyOf(request, policyRequest);
      const user = signedInUser(desk, caller);
      people.changeAccount(user.account_id, { mfa_policy: required });
      events.record(user, { action: 'mfa-policy-changed', details: { from: user.mfa_policy, to: required } });
      return response(200).json({ required });
    })),
  ];
}

/** The second factor: setting it up, having it, and who must. */
export function mfaHandlers(desk: Desk) {
  return [...settingUp(desk), ...having(desk), ...policy(desk)];
}
