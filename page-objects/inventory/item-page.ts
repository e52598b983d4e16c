import type { Locator, Page as PlaywrightPage } from '@playwright/test';
import { InventoryPage } from './inventory-page';
import type { MoveDialog } from './move-dialog';
import type { ReceiveDialog } from './receive-dialog';

/** One item with its batches and moves. */
export class ItemPage extends InventoryPage {
  readonly path: string;
  readonly heading = this.content.getByRole('heading', { level: 1 });
  readonly facts = this.content.getByRole('region', { name: 'Stock of this item' });
  readonly available = this.facts.getByRole('definition').nth(0);
  readonly onHand = this.facts.getByRole('definition').nth(1);
  readonly reserved = this.facts.getByRole('definition').nth(2);
  readonly batches = this.content.getByRole('table', { name: 'Batches' });
  readonly lots = this.batches.getByRole('rowheader');
  readonly moves = this.content.getByRole('table', { name: 'Moves' });
  readonly back = this.content.getByRole('link', { name: 'All items' });
  readonly editButton = this.content.getByRole('button', { name: 'Edit', exact: true });

  constructor(page: PlaywrightPage, id: string) {
    super(page);
    this.path = `/inventory/items/${id}`;
  }

  /** The row of one batch. */
  batch(lot: string): Locator {
    const name = this.page.getByRole('rowheader', { name: lot });
    return this.batches.getByRole('row').filter({ has: name });
  }

  /** The move that is the n-th latest. */
  move(place: number): Locator {
    return this.moves.getByRole('row').nth(place + 1);
  }

  /** Opens the dialog that receives goods. */
  async startReceiving(): Promise<ReceiveDialog> {
    await this.content.getByRole('button', { name: 'Receive goods' }).click();
    return this.receiveDialog;
  }

  /** Opens the dialog of a change, such as "Dispense". */
  async start(change: string): Promise<MoveDialog> {
    await this.content.getByRole('button', { name: change, exact: true }).click();
    return this.moveDialog;
  }

  /** Opens the dialog of a change for one batch. */
  async startWith(lot: string, change: string): Promise<MoveDialog> {
    await this.batch(lot).getByRole('button', { name: change }).click();
    return this.moveDialog;
  }
}
