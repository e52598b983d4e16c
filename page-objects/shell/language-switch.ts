import { Component } from '../base';

/** The languages of the app by the names that it shows for them. */
export type LanguageName = 'Deutsch' | 'Français' | 'English';

/** Changes the language of the app in this browser. */
export class LanguageSwitch extends Component {
  readonly select = this.root.getByRole('combobox', { name: /^(Language|Sprache|Langue)$/ });

  async choose(language: LanguageName): Promise<void> {
    await this.select.selectOption({ label: language });
  }
}
