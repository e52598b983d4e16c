import { Component } from '../base';

/** Asks the patient for consent. */
export class ConsentCard extends Component {
  readonly accept = this.root.getByRole('checkbox', { name: 'I consent to this consultation at a distance' });
  readonly giveButton = this.root.getByRole('button', { name: 'Give consent' });
  readonly alert = this.root.getByRole('alert');

  /** Consents. */
  async give(): Promise<void> {
    await this.accept.check();
    await this.giveButton.click();
  }
}
