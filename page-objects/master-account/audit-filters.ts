import { Component } from '../base';

/** Narrows the audit log down. */
export class AuditFilters extends Component {
  readonly search = this.root.getByRole('searchbox', { name: 'Search entries' });
  readonly actor = this.root.getByRole('combobox', { name: 'Actor' });
  readonly action = this.root.getByRole('combobox', { name: 'Action' });
  readonly from = this.root.getByLabel('From', { exact: true });
  readonly to = this.root.getByLabel('To', { exact: true });
  readonly clear = this.root.getByRole('button', { name: 'Clear filters' });
}
