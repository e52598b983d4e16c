import { PharmacySection } from './pharmacy-section';

/** Whether the office of the platform has verified the pharmacy. */
export class VerificationSection extends PharmacySection {
  readonly gln = this.root.getByLabel('GLN');
  readonly askButton = this.button('Ask for verification');
  readonly withdrawButton = this.button('Withdraw request');

  /** Asks for verification by a number. */
  async ask(gln: string): Promise<void> {
    await this.gln.fill(gln);
    await this.askButton.click();
  }
}
