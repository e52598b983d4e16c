import { Component } from '../base';

/** The notice of a part that does not work right now. */
export class UnavailableNotice extends Component {
  readonly tryAgain = this.root.getByRole('button', { name: 'Try again' });

  /** Asks for the part once more. */
  async retry(): Promise<void> {
    await this.tryAgain.click();
  }
}
