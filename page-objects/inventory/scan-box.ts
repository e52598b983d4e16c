import { Component } from '../base';

/** Looks a scanned or typed code up. */
export class ScanBox extends Component {
  readonly code = this.root.getByRole('textbox', { name: 'Scan or type a code' });
  readonly result = this.root.getByRole('region', { name: 'Scanned code' });
  readonly receive = this.result.getByRole('button', { name: 'Receive goods' });
  readonly dispense = this.result.getByRole('button', { name: 'Dispense' });
  readonly open = this.result.getByRole('link', { name: /^Open / });
  readonly add = this.root.getByRole('button', { name: 'Add item with this code' });

  /** Types a code as a scanner does, with Enter at its end. */
  async scan(code: string): Promise<void> {
    await this.code.fill(code);
    await this.code.press('Enter');
  }
}
