import { useT } from '../../../i18n/useT';
import { Section } from '../Section';
import type { SectionProps } from '../Sections';
import { AddPhotoForm } from './AddPhotoForm';
import { PhotoImage } from './PhotoImage';
import { PhotoTools } from './PhotoTools';

const MOST = 8;

/** The photos in the order in which they are shown. */
export function PhotosSection({ location, mayEdit }: SectionProps) {
  const { t } = useT();
  const { id, photos } = location;
  return (
    <Section title={t('photos.title')}>
      {photos.length === 0 ? (
        <p className="muted">{t('photos.none')}</p>
      ) : (
        <ul className="photos" aria-label={t('photos.title')}>
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <figure>
                <PhotoImage locationId={id} photo={photo} />
                {photo.caption !== '' && <figcaption>{photo.caption}</figcaption>}
              </figure>
              {mayEdit && <PhotoTools location={location} photo={photo} place={index} />}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && photos.length < MOST && <AddPhotoForm location={location} />}
      {mayEdit && photos.length >= MOST && <p className="hint">{t('photos.full', { most: MOST })}</p>}
    </Section>
  );
}
