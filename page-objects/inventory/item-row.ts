import { Component } from '../base';

/** One item in the list. */
export class ItemRow extends Component {
  readonly link = this.root.getByRole('link');
  readonly available = this.root.getByRole('cell').nth(0);
  readonly onHand = this.root.getByRole('cell').nth(1);
  readonly reserved = this.root.getByRole('cell').nth(2);
  readonly nextExpiry = this.root.getByRole('cell').nth(3);
  readonly receive = this.root.getByRole('button', { name: 'Receive' });
  readonly edit = this.root.getByRole('button', { name: 'Edit' });
  readonly delete = this.root.getByRole('button', { name: 'Delete' });
}
