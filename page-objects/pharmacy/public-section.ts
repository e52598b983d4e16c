import { PharmacySection } from './pharmacy-section';

/** Whether everybody can see the pharmacy, and where. */
export class PublicSection extends PharmacySection {
  readonly publishButton = this.button('Publish');
  readonly unpublishButton = this.button('Unpublish');
  readonly previewButton = this.button('Show preview');
  readonly copyButton = this.button('Copy link');
  readonly link = this.root.getByRole('link', { name: 'Open the public page' });
}
