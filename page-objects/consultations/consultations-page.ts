import type { Locator } from '@playwright/test';
import { Page } from '../base';
import { ConfirmDialog } from '../master-account/confirm-dialog';
import { UnavailableNotice } from '../master-account/unavailable-notice';
import { BookDialog } from './book-dialog';
import { OfferSlotDialog } from './offer-slot-dialog';
import { SlotsSection } from './slots-section';

/** Consultations, and the slots of doctors and for patients. */
export class ConsultationsPage extends Page {
  readonly path = '/consultations';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Consultations' });
  readonly content = this.page.getByRole('main');
  readonly message = this.content.getByRole('status');
  readonly unavailable = new UnavailableNotice(this.content.getByRole('alert'));
  readonly list = this.content.getByRole('region', { name: /^(Your consultations|All consultations of this account)$/ });
  readonly table = this.list.getByRole('table');
  /** The time of each consultation, in the order shown. */
  readonly times = this.table.getByRole('rowheader');
  readonly search = this.list.getByRole('searchbox', { name: 'Search consultations' });
  readonly status = this.list.getByRole('combobox', { name: 'Status' });
  readonly clearFilters = this.list.getByRole('button', { name: 'Clear filters' });
  readonly timeHeader = this.table.getByRole('columnheader', { name: 'Time' });
  readonly ownSlots = new SlotsSection(this.content.getByRole('region', { name: 'Your slots' }));
  readonly freeSlots = new SlotsSection(this.content.getByRole('region', { name: 'Free slots' }));
  readonly takeBackQuestion = new ConfirmDialog(this.page.getByRole('dialog', { name: 'Take this slot back?' }));
  readonly offerDialog = new OfferSlotDialog(this.page.getByRole('dialog', { name: 'Offer a slot' }));
  readonly bookDialog = new BookDialog(this.page.getByRole('dialog', { name: 'Book a consultation' }));

  /** The row of the consultation at a time, as it is shown. */
  row(time: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: time }) });
  }

  /** Sorts by time; by keyboard, as a phone hides the headers. */
  async sortByTime(): Promise<void> {
    await this.timeHeader.getByRole('button').press('Enter');
  }

  /** Opens the dialog that offers a slot. */
  async startOffering(): Promise<OfferSlotDialog> {
    await this.ownSlots.offerButton.click();
    return this.offerDialog;
  }

  /** Opens the dialog that books the first free slot. */
  async startBooking(): Promise<BookDialog> {
    await this.freeSlots.bookButtons.first().click();
    return this.bookDialog;
  }
}
