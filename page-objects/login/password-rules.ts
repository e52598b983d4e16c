import type { Locator } from '@playwright/test';
import { Component } from '../base';

/** What a password rule's entry says about the password typed so far. */
export type RuleMark = 'met' | 'not met yet' | 'checked later';

/** The list of password rules below a new password. */
export class PasswordRules extends Component {
  readonly rules = this.root.getByRole('listitem');

  /** The entry of one rule, as long as it carries the mark. */
  marked(rule: string, mark: RuleMark): Locator {
    return this.rules.filter({ hasText: rule }).filter({ hasText: `(${mark})` });
  }
}
