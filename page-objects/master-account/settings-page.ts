import { MasterAccountPage } from './master-account-page';

/** The details of the master account. */
export class SettingsPage extends MasterAccountPage {
  readonly path = '/master-account/settings';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Settings' });
  readonly form = this.page.getByRole('form', { name: 'Account settings' });
  readonly organisation = this.form.getByRole('textbox', { name: 'Organisation' });
  readonly phone = this.form.getByRole('textbox', { name: 'Phone (optional)' });
  readonly email = this.form.getByRole('textbox', { name: 'E-mail address' });
  readonly language = this.form.getByRole('combobox', { name: 'Account language' });
  readonly timeZone = this.form.getByRole('combobox', { name: 'Time zone' });
  readonly saveButton = this.form.getByRole('button', { name: 'Save settings' });

  /** Saves the settings. */
  async save(): Promise<void> {
    await this.saveButton.click();
  }
}
