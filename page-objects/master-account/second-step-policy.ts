import type { Locator } from '@playwright/test';
import { Component } from '../base';

/** Whom the owner obliges to use two-step sign-in. */
export class SecondStepPolicy extends Component {
  /** One choice, as shown, such as "All staff". */
  choice(name: string): Locator {
    return this.root.getByRole('radio', { name });
  }

  /** Chooses and saves. */
  async demand(choice: string): Promise<void> {
    await this.choice(choice).check();
    await this.root.getByRole('button', { name: 'Save policy' }).click();
  }
}
