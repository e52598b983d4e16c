import { Page } from '../base';
import { UnavailableNotice } from '../master-account/unavailable-notice';
import { MedicinesEditor } from './medicines-editor';

/** Writes a prescription. */
export class NewPrescriptionPage extends Page {
  readonly path = '/prescriptions/new';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'New prescription' });
  readonly content = this.page.getByRole('main');
  readonly patient = this.content.getByRole('combobox', { name: 'Patient' });
  readonly doctor = this.content.getByRole('combobox', { name: 'Doctor (optional)' });
  readonly note = this.content.getByRole('textbox', { name: 'Note (optional)' });
  readonly medicines = new MedicinesEditor(this.content);
  readonly unavailable = new UnavailableNotice(this.content.getByRole('alert'));

  /** Sends it. */
  async write(): Promise<void> {
    await this.content.getByRole('button', { name: 'Write prescription' }).click();
  }
}
