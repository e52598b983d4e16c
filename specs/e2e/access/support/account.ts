import { freshPassword } from '../../../../platform/testing/session-strategy';
import { mustGet } from './ask';

/** The roles that somebody can be invited as. */
export type GuestRole = 'pharmacist' | 'assistant' | 'doctor' | 'patient';

/** Somebody who is signed in. */
export interface Member {
  readonly id: string;
  readonly token: string;
}

interface SessionAnswer {
  readonly accessToken: string;
  readonly user: { readonly id: string };
}

const memberOf = ({ accessToken, user }: SessionAnswer): Member => ({ id: user.id, token: accessToken });

/** The public API, and how everything is called that one account has. */
export interface Place {
  readonly apiUrl: string;
  /** Stands in every name and text of the account, so that any of it is known again. */
  readonly marker: string;
}

/** A word that nothing else has. */
export const freshMarker = (what: string): string => `${what}-${crypto.randomUUID().slice(0, 13)}`;

/** Registers a new master account; its owner is signed in. */
export async function register({ apiUrl, marker }: Place): Promise<Member> {
  const email = `${marker}-owner-${crypto.randomUUID()}@officina.example`;
  const body = { organisation: marker, name: `Olivia ${marker}`, email, password: freshPassword(), language: 'en' };
  return memberOf(await mustGet({ method: 'POST', url: `${apiUrl}/api/auth/register`, body }));
}

/** Invites somebody; the invitation stays open. */
export async function invite(place: Place, owner: Member, role: GuestRole): Promise<{ id: string; invitation: string }> {
  const email = `${place.marker}-${role}-${crypto.randomUUID()}@officina.example`;
  const body = { email, name: `${role} ${place.marker}`, role };
  const url = `${place.apiUrl}/api/users`;
  const made = await mustGet<{ user: { id: string }; invitation: { token: string } }>({
    ...{ method: 'POST', url, token: owner.token, body },
  });
  return { id: made.user.id, invitation: made.invitation.token };
}

/** Invites somebody who accepts: one more user of the account, signed in. */
export async function join(place: Place, owner: Member, role: GuestRole): Promise<Member> {
  const { invitation } = await invite(place, owner, role);
  const url = `${place.apiUrl}/api/auth/invitations/${invitation}/accept`;
  return memberOf(await mustGet({ method: 'POST', url, body: { password: freshPassword() } }));
}
