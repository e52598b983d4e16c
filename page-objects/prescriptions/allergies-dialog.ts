import { Modal } from '../master-account/modal';

/** Writes down what a patient must not get. */
export class AllergiesDialog extends Modal {
  readonly allergies = this.root.getByRole('textbox', { name: 'Allergies' });

  /** Saves them, in place of those before. */
  async save(allergies: readonly string[]): Promise<void> {
    await this.allergies.fill(allergies.join('\n'));
    await this.root.getByRole('button', { name: 'Save' }).click();
  }
}
