import { Component } from '../base';

/** One right of one user: by the role, granted or denied. */
export class RightEditor extends Component {
  readonly inherit = this.root.getByRole('radio', { name: 'Inherit' });
  readonly grant = this.root.getByRole('radio', { name: 'Grant' });
  readonly deny = this.root.getByRole('radio', { name: 'Deny' });
}
