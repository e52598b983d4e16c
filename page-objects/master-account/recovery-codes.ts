import { Component } from '../base';

/** Recovery codes, shown once. */
export class RecoveryCodes extends Component {
  readonly heading = this.root.getByRole('heading', { name: 'Your recovery codes' });
  readonly list = this.root.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  readonly download = this.root.getByRole('button', { name: 'Download codes' });

  /** The codes themselves. */
  async codes(): Promise<readonly string[]> {
    await this.list.first().waitFor();
    return this.list.allTextContents();
  }

  /** Says that they are kept, and leaves them. */
  async finish(): Promise<void> {
    await this.root.getByRole('button', { name: 'I have saved the codes' }).click();
  }
}
