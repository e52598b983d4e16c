import { Component } from '../base';
import { LanguageSwitch } from './language-switch';
import { Navigation } from './navigation';
import { UserMenu } from './user-menu';

/** The frame around every page of a signed-in user. */
export class Shell extends Component {
  readonly header = this.root.getByRole('banner');
  readonly main = this.root.getByRole('main');
  readonly heading = this.main.getByRole('heading', { level: 1 });
  readonly skipLink = this.root.getByRole('link', { name: 'Skip to content' });
  readonly homeLink = this.header.getByRole('link', { name: 'Officina' });
  /** Says what was done last. */
  readonly notice = this.main.getByRole('status');
  /** Says what did not work. */
  readonly problem = this.main.getByRole('alert');
  readonly navigation = new Navigation(this.root);
  readonly userMenu = new UserMenu(this.header);
  readonly language = new LanguageSwitch(this.header);
}
