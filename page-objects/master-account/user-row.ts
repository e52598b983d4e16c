import { Component } from '../base';

/** One user in the list, with what may be done with them. */
export class UserRow extends Component {
  readonly person = this.root.getByRole('rowheader');
  readonly role = this.root.getByRole('cell').nth(0);
  readonly status = this.root.getByRole('cell').nth(1);
  readonly secondStep = this.root.getByRole('cell').nth(2);
  readonly lastSignIn = this.root.getByRole('cell').nth(3);
  readonly edit = this.root.getByRole('button', { name: 'Edit' });
  readonly permissions = this.root.getByRole('button', { name: 'Permissions' });
  readonly newLink = this.root.getByRole('button', { name: 'New link' });
  readonly deactivate = this.root.getByRole('button', { name: 'Deactivate' });
  readonly activate = this.root.getByRole('button', { name: /^Activate/ });
  readonly delete = this.root.getByRole('button', { name: 'Delete' });
}
