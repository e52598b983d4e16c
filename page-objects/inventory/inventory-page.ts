import { Page } from '../base';
import { ConfirmDialog } from '../master-account/confirm-dialog';
import { Pager } from '../master-account/pager';
import { UnavailableNotice } from '../master-account/unavailable-notice';
import { ItemDialog } from './item-dialog';
import { MoveDialog } from './move-dialog';
import { ReceiveDialog } from './receive-dialog';

/** What the pages of the inventory have in common. */
export abstract class InventoryPage extends Page {
  readonly content = this.page.getByRole('main');
  readonly areas = this.content.getByRole('navigation', { name: 'Inventory areas' });
  /** Says what was done last. */
  readonly message = this.content.getByRole('status');
  readonly unavailable = new UnavailableNotice(this.content.getByRole('alert'));
  readonly pager = new Pager(this.content.getByRole('navigation', { name: 'Pages' }));
  readonly itemDialog = new ItemDialog(this.page.getByRole('dialog', { name: /^(Add an item|Edit )/ }));
  readonly receiveDialog = new ReceiveDialog(this.page.getByRole('dialog', { name: /^Receive / }));
  readonly moveDialog = new MoveDialog(this.page.getByRole('dialog', { name: /^(Dispense|Write off|Correct) / }));

  /** The question that is asked before something is done. */
  confirmation(title: string): ConfirmDialog {
    return new ConfirmDialog(this.page.getByRole('dialog', { name: title, exact: true }));
  }

  /** Goes to another area of the inventory. */
  async goToArea(name: string): Promise<void> {
    await this.areas.getByRole('link', { name, exact: true }).click();
  }
}
