import type { Locator, Page as PlaywrightPage } from '@playwright/test';
import { Page } from '../base';
import { UnavailableNotice } from '../master-account/unavailable-notice';
import { AllergiesDialog } from './allergies-dialog';
import { MedicinesDialog } from './medicines-dialog';
import { ReasonDialog } from './reason-dialog';

/** What moves a prescription on, by the words on its button. */
export type StepName = 'Start review' | 'Approve' | 'Reject' | 'Dispense';

/** One prescription with everything about it. */
export class PrescriptionPage extends Page {
  readonly path: string;
  readonly heading = this.page.getByRole('heading', { level: 1, name: /^RX-/ });
  readonly content = this.page.getByRole('main');
  readonly message = this.content.getByRole('status');
  readonly steps = this.content.getByRole('group', { name: 'Next steps' });
  readonly details = this.content.getByRole('region', { name: 'Details' });
  readonly medicines = this.content.getByRole('table', { name: 'Medicines' });
  readonly checks = this.content.getByRole('region', { name: 'Safety check' });
  readonly interactions = this.checks.getByRole('list', { name: 'Interactions' });
  readonly allergyFindings = this.checks.getByRole('list', { name: 'Allergies concerned' });
  readonly allergies = this.content.getByRole('region', { name: 'Allergies of the patient' });
  readonly history = this.content.getByRole('list', { name: 'History' }).getByRole('listitem');
  readonly editMedicines = this.content.getByRole('button', { name: 'Edit medicines' });
  readonly editAllergies = this.allergies.getByRole('button', { name: 'Edit allergies' });
  readonly alert = this.content.getByRole('alert');
  readonly unavailable = new UnavailableNotice(this.alert);

  constructor(page: PlaywrightPage, id: string) {
    super(page);
    this.path = `/prescriptions/${id}`;
  }

  /** The button of a step. */
  step(name: StepName): Locator {
    return this.steps.getByRole('button', { name, exact: true });
  }

  /** Takes a step that needs nothing else. */
  async take(name: StepName): Promise<void> {
    await this.step(name).click();
  }

  /** Opens the dialog that asks why it is rejected. */
  async startRejecting(): Promise<ReasonDialog> {
    await this.take('Reject');
    return new ReasonDialog(this.page.getByRole('dialog', { name: /^Reject RX-/ }));
  }

  /** The dialog that asks why it is approved in spite of the findings. */
  get overrideDialog(): ReasonDialog {
    return new ReasonDialog(this.page.getByRole('dialog', { name: /in spite of the findings/ }));
  }

  /** Opens the dialog that changes the medicines. */
  async startEditing(): Promise<MedicinesDialog> {
    await this.editMedicines.click();
    return new MedicinesDialog(this.page.getByRole('dialog', { name: /^Medicines of RX-/ }));
  }

  /** Opens the dialog that changes the allergies. */
  async startEditingAllergies(): Promise<AllergiesDialog> {
    await this.editAllergies.click();
    return new AllergiesDialog(this.page.getByRole('dialog', { name: /^Allergies of/ }));
  }

  /** Downloads the label or the uploaded file; gives the name of the download and its place. */
  async download(what: 'label' | 'file') {
    const started = this.page.waitForEvent('download');
    await this.content.getByRole('button', { name: `Download ${what}` }).click();
    const file = await started;
    return { name: file.suggestedFilename(), path: await file.path() };
  }
}
