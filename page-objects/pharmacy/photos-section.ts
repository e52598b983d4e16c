import type { Locator } from '@playwright/test';
import type { ChosenFile } from '../messages/composer';
import { PharmacySection } from './pharmacy-section';

/** The photos in the order in which they are shown. */
export class PhotosSection extends PharmacySection {
  readonly entries = this.root.getByRole('list', { name: 'Photos' }).getByRole('listitem');
  readonly images = this.entries.getByRole('img');
  readonly captions = this.entries.getByRole('figure');
  readonly file = this.root.getByLabel('Photo', { exact: true });
  readonly caption = this.root.getByLabel('Caption (optional)');
  readonly addButton = this.button('Add photo');

  /** The photo with this caption. */
  image(caption: string): Locator {
    return this.root.getByRole('img', { name: caption, exact: true });
  }

  /** Chooses a file and sends it. */
  async add(file: ChosenFile, caption = ''): Promise<void> {
    await this.file.setInputFiles({ ...file });
    await this.caption.fill(caption);
    await this.addButton.click();
  }

  /** A button of one photo, by the photo's number, beginning with 1. */
  tool(name: 'Move earlier' | 'Move later' | 'Edit caption' | 'Delete', number: number): Locator {
    return this.button(`${name} photo ${number}`);
  }
}
