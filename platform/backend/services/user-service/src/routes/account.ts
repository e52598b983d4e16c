import { identity, requireRole, requireUser } from '@officina/shared/identity/guards';
import type { Identity } from '@officina/shared/identity/identity';
import { createRoute, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { UserKit } from '../kit';
import { account, accountChange } from '../schema';
import { readSettings, saveSettings } from '../store/accountSettings';
import type { AccountSettings } from '../store/accountSettings';
import { recordDeed } from '../store/audit';

const read = createRoute({
  method: 'get',
  path: '/api/account',
  summary: 'The settings of the account',
  middleware: requireUser,
  responses: { 200: jsonAnswer(account, 'The settings') },
});

const change = createRoute({
  method: 'patch',
  path: '/api/account',
  summary: 'Change the settings of the account',
  middleware: requireRole('owner'),
  request: { body: jsonBody(accountChange) },
  responses: { 200: jsonAnswer(account, 'The settings') },
});

// The first owner who looks makes the settings of the account.
async function settingsFor({ db }: UserKit, caller: Identity): Promise<AccountSettings> {
  const known = await readSettings(db, caller.accountId);
  if (known) return known;
  const fresh = { phone: '', email: caller.email, time_zone: 'Europe/Zurich' };
  if (caller.role !== 'owner') return { ...fresh, email: '' };
  await saveSettings(db, caller.accountId, fresh);
  return fresh;
}

async function accountOf(kit: UserKit, caller: Identity) {
  const [{ phone, email, time_zone: timeZone }, known] = await Promise.all([
    settingsFor(kit, caller),
    kit.auth.account(caller.accountId),
  ]);
  return { ...known, phone, email, timeZone };
}

/** The settings of the account. */
export function addAccount(api: Api, kit: UserKit): void {
  api.openapi(read, async (c) => c.json(await accountOf(kit, identity(c)), 200));
  api.openapi(change, async (c) => {
    const caller = identity(c);
    const { name, language, ...local } = c.req.valid('json');
    const before = await accountOf(kit, caller);
    const { phone = before.phone, email = before.email, timeZone = before.timeZone } = local;
    await saveSettings(kit.db, caller.accountId, { phone, email, time_zone: timeZone });
    await kit.auth.changeAccount(caller.accountId, { name, language });
    const after = await accountOf(kit, caller);
    const fields = (['name', 'phone', 'email', 'language', 'timeZone'] as const).filter(
      (field) => before[field] !== after[field],
    );
    if (fields.length > 0) {
      const details = Object.fromEntries(
        fields.map((field) => [field, { from: before[field], to: after[field] }]),
      );
      const target = { type: 'account', id: after.id, name: after.name };
      await recordDeed(kit.db, caller, { action: 'account.updated', target, details });
    }
    return c.json(after, 200);
  });
}
