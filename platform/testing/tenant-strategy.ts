import type { Account, StrategyContext, Tenant, TenantStrategy } from 'groundwork-e2e/platform';
import { post } from './officina-api';
import { apiOf, freshPassword, officinaSessions, dataOf, toSession, type OfficinaSession } from './session-strategy';

interface TenantData {
  readonly owner: Account;
  readonly session: OfficinaSession;
}

interface Invited {
  readonly invitation: { readonly token: string };
}

/** Makes a master account by registering its owner, and other roles by invitation, as users do. */
export const officinaTenants: TenantStrategy = {
  async create(context, label) {
    const unique = crypto.randomUUID();
    const organisation = `${label.slice(0, 40)} ${unique.slice(0, 8)}`;
    const owner: Account = { role: 'owner', email: `owner-${unique}@officina.example`, password: freshPassword() };
    const { email, password } = owner;
    const body = { organisation, name: 'Olivia Owner', email, password, language: 'en' };
    const session = (await post({ url: apiOf(context, '/api/auth/register'), body })) as OfficinaSession;
    const data: TenantData = { owner, session };
    const tenant = { id: accountIdOf(session), name: organisation, data };
    return { tenant, accounts: [{ account: owner, session: toSession('owner', session) }] };
  },

  async account(context, tenant, role) {
    const account: Account = {
      role,
      email: `${role}-${crypto.randomUUID()}@officina.example`,
      password: freshPassword(),
    };
    const accessToken = await ownerToken(context, tenant);
    const body = { email: account.email, name: nameOf(role), role };
    const invited = (await post({ url: apiOf(context, '/api/users'), body, accessToken })) as Invited;
    const { token } = invited.invitation;
    const accept = apiOf(context, `/api/auth/invitations/${token}/accept`);
    const session = (await post({ url: accept, body: { password: account.password } })) as OfficinaSession;
    return { account, session: toSession(role, session) };
  },
};

async function ownerToken(context: StrategyContext, tenant: Tenant): Promise<string> {
  const { owner, session } = tenant.data as TenantData; // made by `create` above
  if (Date.parse(session.expiresAt) - Date.now() > 30_000) return session.accessToken;
  const noCode = () => {
    throw new Error('the owner of a test tenant has no second factor');
  };
  return dataOf(await officinaSessions.signIn(context, owner, noCode)).accessToken;
}

function nameOf(role: string): string {
  const names: Readonly<Record<string, string>> = {
    pharmacist: 'Petra Pharmacist',
    assistant: 'Anton Assistant',
    doctor: 'Doris Doctor',
    patient: 'Paul Patient',
  };
  return names[role] ?? role;
}

function accountIdOf(session: OfficinaSession): string {
  const { account } = session.user as { account?: { id: string } } & OfficinaSession['user'];
  if (account) return account.id;
  throw new Error('the answer to a registration names no master account');
}
