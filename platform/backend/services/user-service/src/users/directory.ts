import type { Identity } from '@officina/shared/identity/identity';
import type { Role } from '@officina/shared/identity/rights';

import type { AuthUser } from '../authClient';
import type { UserKit } from '../kit';

// Who is treated at a pharmacy is nothing that its other patients may learn.
function mayKnow(reader: Identity, { id, role: theirs }: AuthUser): boolean {
  return reader.role !== 'patient' || theirs !== 'patient' || id === reader.userId;
}

/** The active people of the reader's account whom the reader may know, by name. */
export async function directoryFor({ auth }: UserKit, reader: Identity, wanted?: Role) {
  const users = await auth.users(reader.accountId);
  return users
    .filter((user) => user.status === 'active' && (!wanted || user.role === wanted))
    .filter((user) => mayKnow(reader, user))
    .map((user) => ({ id: user.id, name: user.name, role: user.role }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}
