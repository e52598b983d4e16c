import { Page } from '../base';
import { AreaNavigation } from './area-navigation';
import { ConfirmDialog } from './confirm-dialog';
import { UnavailableNotice } from './unavailable-notice';

/** What the pages of the master account have in common. */
export abstract class MasterAccountPage extends Page {
  readonly content = this.page.getByRole('main');
  readonly navigation = new AreaNavigation(this.page.locator(':root'));
  /** Says what was done last. */
  readonly message = this.page.getByRole('status');
  readonly unavailable = new UnavailableNotice(this.content.getByRole('alert'));
  /** What users see who have no right to the area. */
  readonly noAccess = this.page.getByRole('heading', {
    level: 1,
    name: 'You do not have access to this area',
  });

  /** The question that is asked before something is done. */
  confirmation(title: string): ConfirmDialog {
    return new ConfirmDialog(this.page.getByRole('dialog', { name: title, exact: true }));
  }
}
