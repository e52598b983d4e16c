import { Component } from '../base';

/** One part of the dashboard, which loads and fails on its own. */
export class DashboardCard extends Component {
  readonly title = this.root.getByRole('heading', { level: 2 });
  readonly link = this.root.getByRole('link');
  readonly problem = this.root.getByRole('alert');
  readonly tryAgain = this.root.getByRole('button', { name: 'Try again' });
  readonly entries = this.root.getByRole('listitem');
}
