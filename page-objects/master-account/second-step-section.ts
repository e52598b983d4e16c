import { Component } from '../base';
import { NewCodesDialog } from './new-codes-dialog';
import { RecoveryCodes } from './recovery-codes';
import { SecondStepWizard } from './second-step-wizard';
import { TurnOffDialog } from './turn-off-dialog';

/** The user's own two-step sign-in. */
export class SecondStepSection extends Component {
  readonly wizard = new SecondStepWizard(this.root);
  readonly recoveryCodes = new RecoveryCodes(this.root);
  readonly setUpButton = this.root.getByRole('button', { name: 'Set up two-step sign-in' });
  readonly newCodesButton = this.root.getByRole('button', { name: 'New recovery codes' });
  readonly turnOffButton = this.root.getByRole('button', { name: 'Turn off' });
  readonly turnOffDialog = new TurnOffDialog(
    this.page.getByRole('dialog', { name: 'Turn off two-step sign-in?' }),
  );
  readonly newCodesDialog = new NewCodesDialog(
    this.page.getByRole('dialog', { name: 'Create new recovery codes' }),
  );

  /** Starts the set-up. */
  async setUp(): Promise<SecondStepWizard> {
    await this.setUpButton.click();
    return this.wizard;
  }

  /** Starts replacing the recovery codes. */
  async renewCodes(): Promise<NewCodesDialog> {
    await this.newCodesButton.click();
    return this.newCodesDialog;
  }

  /** Starts turning two-step sign-in off. */
  async turnOff(): Promise<TurnOffDialog> {
    await this.turnOffButton.click();
    return this.turnOffDialog;
  }
}
