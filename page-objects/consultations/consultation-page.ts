import type { Locator, Page as PlaywrightPage } from '@playwright/test';
import { Page } from '../base';
import { ConfirmDialog } from '../master-account/confirm-dialog';
import { UnavailableNotice } from '../master-account/unavailable-notice';
import { ConsentCard } from './consent-card';
import { EndDialog } from './end-dialog';
import { NotesCard } from './notes-card';
import { RoomCard } from './room-card';

/** One consultation: before, in and after the room. */
export class ConsultationPage extends Page {
  readonly path: string;
  readonly heading = this.page.getByRole('heading', { level: 1, name: /^Consultation (with|of) / });
  readonly content = this.page.getByRole('main');
  readonly message = this.content.getByRole('status');
  readonly unavailable = new UnavailableNotice(this.content.getByRole('alert'));
  readonly consent = new ConsentCard(this.part('Consent'));
  readonly room = new RoomCard(this.part('Room'));
  readonly notes = new NotesCard(this.part('Notes'));
  readonly details = this.part('Details');
  readonly result = this.part('Result');
  readonly cancelButton = this.details.getByRole('button', { name: 'Cancel consultation' });
  readonly cancelQuestion = new ConfirmDialog(this.page.getByRole('dialog', { name: 'Cancel this consultation?' }));
  readonly endDialog = new EndDialog(this.page.getByRole('dialog', { name: 'End the consultation' }));

  constructor(page: PlaywrightPage, id: string) {
    super(page);
    this.path = `/consultations/${id}`;
  }

  /** Opens the dialog that ends the consultation. */
  async startEnding(): Promise<EndDialog> {
    await this.room.endButton.click();
    return this.endDialog;
  }

  private part(name: string): Locator {
    return this.page.getByRole('main').getByRole('region', { name, exact: true });
  }
}
