import { EditUserDialog } from './edit-user-dialog';
import { InvitationLinkDialog } from './invitation-link-dialog';
import { InviteDialog } from './invite-dialog';
import { MasterAccountPage } from './master-account-page';
import { Pager } from './pager';
import { PermissionsDialog } from './permissions-dialog';
import { UserFilters } from './user-filters';
import { UsersTable } from './users-table';

/** The users of the master account. */
export class UsersPage extends MasterAccountPage {
  readonly path = '/master-account/users';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Users' });
  readonly inviteButton = this.content.getByRole('button', { name: 'Invite user' });
  readonly filters = new UserFilters(this.content.getByRole('search'));
  readonly table = new UsersTable(this.page.getByRole('table', { name: 'Users of this account' }));
  readonly pager = new Pager(this.page.getByRole('navigation', { name: 'Pages' }));
  readonly inviteDialog = new InviteDialog(this.page.getByRole('dialog', { name: 'Invite a user' }));

  /** Opens the dialog that invites. */
  async startInviting(): Promise<InviteDialog> {
    await this.inviteButton.click();
    return this.inviteDialog;
  }

  /** Shows the link that an invited user needs. */
  linkDialog(name: string): InvitationLinkDialog {
    return new InvitationLinkDialog(this.page.getByRole('dialog', { name: `Invitation for ${name}` }));
  }

  /** Opens the dialog that changes a user. */
  async edit(name: string): Promise<EditUserDialog> {
    await this.table.row(name).edit.click();
    return new EditUserDialog(this.page.getByRole('dialog', { name: `Edit ${name}` }));
  }

  /** Opens the permissions editor of a user. */
  async permissionsOf(name: string): Promise<PermissionsDialog> {
    await this.table.row(name).permissions.click();
    return new PermissionsDialog(this.page.getByRole('dialog', { name: `Permissions of ${name}` }));
  }
}
