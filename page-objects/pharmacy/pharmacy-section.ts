import type { Locator } from '@playwright/test';
import { Component } from '../base';
import { UnavailableNotice } from '../master-account/unavailable-notice';

/** One part of the pharmacy page, with what did not work in it. */
export class PharmacySection extends Component {
  readonly alert = this.root.getByRole('alert');
  readonly unavailable = new UnavailableNotice(this.alert);
  /** What changes something; none for those who may only read. */
  readonly fields = this.root.locator('input, select, textarea');

  /** A button by its whole name. */
  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }
}
