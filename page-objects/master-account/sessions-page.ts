import { MasterAccountPage } from './master-account-page';
import { SessionRow } from './session-row';

/** The devices on which the user is signed in. */
export class SessionsPage extends MasterAccountPage {
  readonly path = '/master-account/sessions';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Sessions' });
  readonly table = this.page.getByRole('table', { name: 'Your sessions' });
  readonly devices = this.table.getByRole('rowheader');
  readonly endOthers = this.content.getByRole('button', { name: 'Sign out all other devices' });
  private readonly marked = this.page.getByRole('rowheader', { name: 'This device' });

  /** The session of this browser. */
  readonly current = new SessionRow(this.table.getByRole('row').filter({ has: this.marked }));

  /** Another session, by its device, such as /^Chrome on/. */
  other(device: RegExp): SessionRow {
    const header = this.page.getByRole('rowheader', { name: device });
    return new SessionRow(this.table.getByRole('row').filter({ has: header }));
  }
}
