import { expect, test } from '@playwright/test';
import type { NewAccount, NewTenant, Session, SessionStrategy } from '../../../support/manifest/strategies';
import { SessionCache } from '../../../support/sign-in/session-cache';
import { SignInError } from '../../../support/sign-in/sign-in-error';
import { TenantAccounts, type TenantSetting } from '../../../support/sign-in/tenant-accounts';

const context = { url: () => 'http://127.0.0.1:1' };
const session: Session = { role: 'owner', expiresAt: Date.now() + 3_600_000, data: 'of the new tenant' };
const accountOf = (role: string, tenant: string): NewAccount => ({
  account: { role, email: `${role}@${tenant}.test`, password: 'x' },
});

/** A platform whose tenants know their owner at once, and a record of what was made. */
function platform(more: Partial<TenantSetting['manifest']> = {}) {
  const made: string[] = [];
  const strategy: SessionStrategy = {
    signIn: () => Promise.reject(new Error('nobody should sign in')),
    storage: () => ({}),
    headers: () => ({}),
  };
  const sessions = new SessionCache({ strategy, context, onSession: () => undefined });
  const manifest: TenantSetting['manifest'] = {
    roles: { owner: {}, doctor: {}, robot: { account: { email: 'robot@shop.test', password: 'fixed' } } },
    tenants: {
      create: async (_context, label): Promise<NewTenant> => {
        made.push(`tenant ${label}`);
        return { tenant: { id: label, name: label }, accounts: [{ ...accountOf('owner', label), session }] };
      },
      account: async (_context, { id }, role) => {
        made.push(`${role} of ${id}`);
        return accountOf(role, id);
      },
    },
    ...more,
  };
  const accounts = (label: string) => new TenantAccounts({ manifest, context, sessions: () => sessions, checkSeeding: () => undefined }, label);
  return { made, sessions, accounts };
}

test('nothing is made before it is asked for, and everything once', async () => {
  const { made, accounts } = platform();
  const one = accounts('one');
  expect(made).toEqual([]);
  const [first, again, tenant] = await Promise.all([one.account('doctor'), one.account('doctor'), one.tenant()]);
  expect(again).toBe(first);
  expect(tenant.id).toBe('one');
  expect(made).toEqual(['tenant one', 'doctor of one']);
});

test('an account that came with the tenant is not made again, and is signed in already', async () => {
  const { made, accounts, sessions } = platform();
  const owner = await accounts('one').account('owner');
  expect(owner.email).toBe('owner@one.test');
  expect(await sessions.get(owner)).toBe(session);
  expect(made).toEqual(['tenant one']);
});

test('two tenants have nothing in common', async () => {
  const { accounts } = platform();
  const [one, two] = [accounts('one'), accounts('two')];
  expect((await one.account('doctor')).email).not.toBe((await two.account('doctor')).email);
});

test("a role's fixed account needs no tenant", async () => {
  const { made, accounts } = platform({ tenants: undefined });
  expect(await accounts('one').account('robot')).toEqual({ role: 'robot', email: 'robot@shop.test', password: 'fixed' });
  expect(made).toEqual([]);
});

test('a role that the manifest does not have is told with those that it has', async () => {
  const { made, accounts } = platform();
  const asked = accounts('one').account('dcotor');
  await expect(asked).rejects.toThrow(SignInError);
  await expect(asked).rejects.toThrow('There is no role "dcotor" in the manifest; its roles are: owner, doctor, robot.');
  expect(made).toEqual([]);
  await expect(platform({ roles: {} }).accounts('one').account('owner')).rejects.toThrow('its roles are: none.');
});

test('a role without an account and without a tenant strategy is told', async () => {
  const asked = platform({ tenants: undefined }).accounts('one').account('doctor');
  await expect(asked).rejects.toThrow('The manifest has no tenants: give it a tenant strategy, or a fixed account');
});
