import { Component } from '../base';

/** Leads from page to page of a list. */
export class Pager extends Component {
  readonly previous = this.root.getByRole('button', { name: 'Previous page' });
  readonly next = this.root.getByRole('button', { name: 'Next page' });
}
