import { Component } from '../base';

/** One location in the list. */
export class LocationRow extends Component {
  readonly address = this.root.getByRole('cell').nth(0);
  readonly hours = this.root.getByRole('cell').nth(1);
  readonly status = this.root.getByRole('cell').nth(2);
  readonly edit = this.root.getByRole('button', { name: 'Edit' });
  readonly delete = this.root.getByRole('button', { name: 'Delete' });
}
