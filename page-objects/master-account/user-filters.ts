import { Component } from '../base';

/** Narrows the list of users down. */
export class UserFilters extends Component {
  readonly search = this.root.getByRole('searchbox', { name: 'Search users' });
  readonly role = this.root.getByRole('combobox', { name: 'Role' });
  readonly status = this.root.getByRole('combobox', { name: 'Status' });
  readonly clear = this.root.getByRole('button', { name: 'Clear filters' });
}
