import type { APIRequestContext } from '@playwright/test';
import { answerOf } from './answer';

/** What can be told of a person who is invited. */
export interface NewPerson {
  readonly name?: string;
  readonly email?: string;
  readonly role?: 'pharmacist' | 'assistant' | 'doctor' | 'patient';
  readonly phone?: string;
}

/** A person who was invited and has not come yet. */
export interface Invited {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

/** A person who has accepted the invitation. */
export interface Member extends Invited {
  readonly password: string;
  readonly accessToken: string;
}

/** An e-mail address that nobody has yet. */
export function freshEmail(): string {
  return `person-${crypto.randomUUID()}@officina.example`;
}

/** A password that the policy takes. */
export function freshPassword(): string {
  return `Gw-${crypto.randomUUID()}-A1`;
}

/** Invites a person through the API, as the one who is signed in there. */
export async function invite(api: APIRequestContext, person: NewPerson = {}): Promise<Invited> {
  const { name = 'Nora Newcomer', role = 'pharmacist', email = freshEmail(), phone } = person;
  const data = { name, role, email, ...(phone === undefined ? {} : { phone }) };
  const made = await answerOf<{ user: { id: string }; invitation: { token: string } }>(
    await api.post('/api/users', { data }),
  );
  return { id: made.user.id, name, email, token: made.invitation.token };
}

/** Invites several people side by side. */
export function inviteAll(api: APIRequestContext, people: readonly NewPerson[]): Promise<Invited[]> {
  return Promise.all(people.map((person) => invite(api, person)));
}

/** Invites a person and accepts the invitation for them. */
export async function join(api: APIRequestContext, person: NewPerson = {}): Promise<Member> {
  const invited = await invite(api, person);
  const password = freshPassword();
  const session = await answerOf<{ accessToken: string }>(
    await api.post(`/api/auth/invitations/${invited.token}/accept`, { data: { password } }),
  );
  return { ...invited, password, accessToken: session.accessToken };
}

/** The id of the user with an e-mail address. */
export async function idOf(api: APIRequestContext, email: string): Promise<string> {
  const found = await answerOf<{ items: readonly { id: string }[] }>(
    await api.get('/api/users', { params: { search: email } }),
  );
  const [user] = found.items;
  if (user) return user.id;
  throw new Error(`no user of the account has the e-mail address ${email}`);
}

/** Grants or denies rights to a user, in place of what was decided before. */
export async function decide(
  api: APIRequestContext,
  userId: string,
  overrides: Readonly<Record<string, 'grant' | 'deny'>>,
): Promise<void> {
  await answerOf(await api.put(`/api/users/${userId}/permissions`, { data: { overrides } }));
}

/** The owner of another master account, made now. */
export async function strangeOwner(anonymous: APIRequestContext): Promise<Pick<Member, 'id' | 'accessToken'>> {
  const data = {
    organisation: 'Another Organisation',
    name: 'Otto Other',
    email: freshEmail(),
    password: freshPassword(),
    language: 'en',
  };
  const { accessToken, user } = await answerOf<{ accessToken: string; user: { id: string } }>(
    await anonymous.post('/api/auth/register', { data }),
  );
  return { id: user.id, accessToken };
}

/** The user that an access token stands for. */
export function by(member: Pick<Member, 'accessToken'>): { headers: { authorization: string } } {
  return { headers: { authorization: `Bearer ${member.accessToken}` } };
}
