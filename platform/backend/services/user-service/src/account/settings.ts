import type { Identity } from '@officina/shared/identity/identity';
import type { z } from 'zod';

import type { UserKit } from '../kit';
import type { accountChange } from '../schema';
import type { AccountSettings } from '../store/userStore';

// The first owner who looks makes the settings of the account.
async function settingsFor({ store }: UserKit, caller: Identity): Promise<AccountSettings> {
  const known = await store.settings.read(caller.accountId);
  if (known) return known;
  const fresh = { phone: '', email: caller.email, timeZone: 'Europe/Zurich' };
  if (caller.role !== 'owner') return { ...fresh, email: '' };
  await store.settings.save(caller.accountId, fresh);
  return fresh;
}

/** The settings of the caller's account. */
export async function readAccount(kit: UserKit, caller: Identity) {
  const [settings, known] = await Promise.all([
    settingsFor(kit, caller),
    kit.auth.account(caller.accountId),
  ]);
  return { ...known, ...settings };
}

/** Changes the settings of the caller's account; returns all of them. */
export async function changeAccount(
  kit: UserKit,
  caller: Identity,
  { name, language, ...local }: z.output<typeof accountChange>,
) {
  const before = await readAccount(kit, caller);
  const { phone = before.phone, email = before.email, timeZone = before.timeZone } = local;
  await kit.store.settings.save(caller.accountId, { phone, email, timeZone });
  await kit.auth.changeAccount(caller.accountId, { name, language });
  const after = await readAccount(kit, caller);
  const fields = (['name', 'phone', 'email', 'language', 'timeZone'] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length > 0) {
    const details = Object.fromEntries(
      fields.map((field) => [field, { from: before[field], to: after[field] }]),
    );
    const target = { type: 'account', id: after.id, name: after.name };
    await kit.store.audit.record(caller, { action: 'account.updated', target, details });
  }
  return after;
}
