import { Component } from '../base';

/** One session in the list. */
export class SessionRow extends Component {
  readonly device = this.root.getByRole('rowheader');
  readonly end = this.root.getByRole('button', { name: 'End session' });
}
