import type { Locator, Page as PlaywrightPage } from '@playwright/test';
import { Page } from '../base';
import { ConfirmDialog } from '../master-account/confirm-dialog';
import { Modal } from '../master-account/modal';
import { UnavailableNotice } from '../master-account/unavailable-notice';
import { HolidaysSection } from './holidays-section';
import { HoursSection } from './hours-section';
import { PhotosSection } from './photos-section';
import { ProfileSection } from './profile-section';
import { PublicSection } from './public-section';
import { VerificationSection } from './verification-section';
import { ZonesSection } from './zones-section';

/** The page on which the public page of a location is kept. */
export class PharmacyPage extends Page {
  readonly path: string;
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Pharmacy page' });
  readonly content = this.page.getByRole('main');
  /** Says what was done last. */
  readonly message = this.content.getByRole('status');
  readonly location = this.content.getByRole('combobox', { name: 'Location' });
  readonly alert = this.content.getByRole('alert');
  readonly unavailable = new UnavailableNotice(this.alert);
  readonly profile = new ProfileSection(this.section('Profile'));
  readonly hours = new HoursSection(this.section('Opening hours'));
  readonly holidays = new HolidaysSection(this.section('Holidays'));
  readonly zones = new ZonesSection(this.section('Delivery zones'));
  readonly photos = new PhotosSection(this.section('Photos'));
  readonly verification = new VerificationSection(this.section('Verification'));
  readonly publicPage = new PublicSection(this.section('Public page'));

  constructor(page: PlaywrightPage, locationId?: string) {
    super(page);
    this.path = locationId === undefined ? '/pharmacy' : `/pharmacy/${locationId}`;
  }

  /** Opens the page and waits until the location is there. */
  async openLocation(): Promise<this> {
    await this.open();
    await this.profile.root.waitFor();
    return this;
  }

  /** A dialog by its title. */
  dialog(title: string): Modal {
    return new Modal(this.page.getByRole('dialog', { name: title, exact: true }));
  }

  /** The question that is asked before something is done. */
  confirmation(title: string): ConfirmDialog {
    return new ConfirmDialog(this.page.getByRole('dialog', { name: title, exact: true }));
  }

  private section(name: string): Locator {
    return this.page.getByRole('main').getByRole('region', { name, exact: true });
  }
}
