import { Navigation } from '../shell/navigation';

/** The links to all areas, among them those of the master account. */
export class AreaNavigation extends Navigation {
  /** The areas of the master account that the user may open. */
  readonly areas = this.list.getByRole('list', { name: 'Master account' }).getByRole('link');
}
