import { Component } from '../base';
import { UnavailableNotice } from './unavailable-notice';

/** A modal dialog. */
export class Modal extends Component {
  readonly alert = this.root.getByRole('alert');
  readonly unavailable = new UnavailableNotice(this.alert);

  /** Closes it by its button, without doing anything. */
  async cancel(): Promise<void> {
    await this.root.getByRole('button', { name: 'Cancel', exact: true }).click();
  }

  /** Closes it by the keyboard. */
  async escape(): Promise<void> {
    await this.root.press('Escape');
  }
}
