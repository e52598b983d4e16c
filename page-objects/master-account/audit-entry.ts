import { Component } from '../base';

/** One entry of the audit log. */
export class AuditEntry extends Component {
  readonly actor = this.root.getByRole('cell').nth(0);
  readonly target = this.root.getByRole('cell').nth(1);
  readonly details = this.root.getByRole('cell').nth(2);
}
