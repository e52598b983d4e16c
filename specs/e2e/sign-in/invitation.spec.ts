import { expect, test as base } from '../../../fixtures';
import { freshPassword, invite, signInByApi } from './accounts';
import { sessionOn } from './storage';

interface Invitation {
  readonly email: string;
  readonly token: string;
}

const test = base.extend<{ invitation: Invitation }>({
  /** An open invitation of the test's master account, for a pharmacist. */
  invitation: async ({ api }, use) => {
    const email = `ines-${crypto.randomUUID()}@officina.example`;
    await use({ email, token: await invite(await api.as('owner'), email) });
  },
});

test.describe('invitation', {
  tag: ['@area:sign-in', '@needs:web', '@needs:auth-service', '@needs:user-service'],
}, () => {
  test('it says who invites, as what, and for which address', async ({ pages, invitation, tenant }) => {
    await pages.invitation.openWith(invitation.token);
    await expect(pages.invitation.offer(tenant.name, 'Pharmacist')).toBeVisible();
    await expect(pages.invitation.address(invitation.email)).toBeVisible();
    await expect(pages.invitation.name).toHaveValue('Ines Invited');
  });

  test('who accepts is signed in with the role of the invitation', async ({ page, pages, invitation, tenant }) => {
    await pages.invitation.openWith(invitation.token);
    await pages.invitation.accept(freshPassword());
    await expect(pages.dashboard.greeting('Ines Invited')).toBeVisible();
    await expect(pages.dashboard.position(tenant.name, 'Pharmacist')).toBeVisible();
    await expect(page).toHaveURL('/dashboard');
  });

  test('the invited person may correct the name', async ({ pages, invitation }) => {
    await pages.invitation.openWith(invitation.token);
    await pages.invitation.name.fill('Ines Inderbitzin');
    await pages.invitation.accept(freshPassword());
    await expect(pages.dashboard.greeting('Ines Inderbitzin')).toBeVisible();
  });

  test('the chosen password signs in later', async ({ pages, invitation, api }) => {
    const password = freshPassword();
    await pages.invitation.openWith(invitation.token);
    await pages.invitation.accept(password);
    await pages.dashboard.heading.waitFor();
    const session = await signInByApi(await api.anonymous(), { email: invitation.email, password });
    expect(session.user).toMatchObject({ email: invitation.email, role: 'pharmacist' });
  });

  test('a weak password is refused', async ({ page, pages, invitation }) => {
    await pages.invitation.openWith(invitation.token);
    await pages.invitation.accept('weak');
    await expect(pages.invitation.password).toHaveAccessibleDescription(
      'This password does not meet all the rules below.',
    );
    await expect(pages.invitation.rules.marked('at least 12 characters', 'not met yet')).toBeVisible();
    expect(await sessionOn(page)).toBeNull();
  });

  test('an invitation works once', async ({ pages, invitation, api }) => {
    const anonymous = await api.anonymous();
    const data = { password: freshPassword() };
    await anonymous.post(`/api/auth/invitations/${invitation.token}/accept`, { data });
    await pages.invitation.openWith(invitation.token);
    await expect(pages.invitation.problem).toHaveText(
      'This invitation was accepted already. You can sign in.',
    );
    await expect(pages.invitation.password).toBeHidden();
    await pages.invitation.signInLink.click();
    await expect(pages.signIn.heading).toBeVisible();
  });

  test('an invitation that was renewed works by its new link only', async ({ pages, invitation, api }) => {
    const owner = await api.as('owner');
    const found = await (await owner.get(`/api/users?search=${invitation.email}`)).json();
    const renewed = await (await owner.post(`/api/users/${found.items[0].id}/invitation`)).json();
    await pages.invitation.openWith(invitation.token);
    await expect(pages.invitation.problem).toBeVisible();
    await pages.invitation.openWith(renewed.invitation.token);
    await expect(pages.invitation.address(invitation.email)).toBeVisible();
  });

  test('the invitation of a user who was deleted is worth nothing', async ({ pages, invitation, api }) => {
    const owner = await api.as('owner');
    const found = await (await owner.get(`/api/users?search=${invitation.email}`)).json();
    await owner.delete(`/api/users/${found.items[0].id}`);
    await pages.invitation.openWith(invitation.token);
    await expect(pages.invitation.problem).toHaveText(
      'This invitation does not exist. Check the link, or ask for a new one.',
    );
  });
});

test.describe('unknown invitation', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test('it is refused and leads to sign-in', async ({ pages }) => {
    await pages.invitation.openWith('no-such-token');
    await expect(pages.invitation.problem).toHaveText(
      'This invitation does not exist. Check the link, or ask for a new one.',
    );
    await pages.invitation.signInLink.click();
    await expect(pages.signIn.heading).toBeVisible();
  });
});
