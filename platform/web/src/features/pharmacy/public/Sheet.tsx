import type { ReactNode } from 'react';
import type { Photo } from '../../../api/locations';
import type { PharmacyFacts } from '../../../api/publicPharmacy';
import { useT } from '../../../i18n/useT';
import { Badge } from '../../../ui/Badge';
import { weekdayOf } from '../days';
import { HolidayList } from '../HolidayList';
import { HoursTable } from '../HoursTable';
import { Part } from './Part';

interface Props {
  readonly pharmacy: PharmacyFacts;
  readonly verified: boolean;
  /** What the headings of its parts are. */
  readonly heading: 'h2' | 'h3';
  /** The date in the country of the pharmacy, where it is known. */
  readonly today?: string;
  readonly openNow?: ReactNode;
  readonly photo: (photo: Photo) => ReactNode;
  readonly children?: ReactNode;
}

/** What a pharmacy shows of itself: on its public page, and in the preview of that. */
export function Sheet(props: Props) {
  const { t } = useT();
  const { pharmacy, verified, heading, today, openNow, children } = props;
  const { description, openingHours, holidays } = pharmacy;
  return (
    <div className="sheet">
      <div className="sheet-lead">
        {(openNow !== undefined || verified) && (
          <div className="buttons">
            {openNow}
            {verified && <Badge tone="good">{t('public.verified')}</Badge>}
          </div>
        )}
        {description !== '' && <p className="pharmacy-text">{description}</p>}
        <Photos {...props} />
      </div>
      <div className="sheet-column">
        <Part title={t('locations.hours')} heading={heading}>
          <HoursTable
            hours={openingHours}
            {...(today === undefined ? {} : { today: weekdayOf(today) })}
          />
        </Part>
        {holidays.length > 0 && (
          <Part title={t('pharmacy.holidays')} heading={heading}>
            <HolidayList holidays={holidays} />
          </Part>
        )}
      </div>
      <div className="sheet-column">
        <Contact {...props} />
        {children}
      </div>
    </div>
  );
}

function Photos({ pharmacy: { photos }, photo }: Props) {
  const { t } = useT();
  if (photos.length === 0) return null;
  return (
    <ul className="photos" aria-label={t('photos.title')}>
      {photos.map((each) => (
        <li key={each.id}>
          <figure>
            {photo(each)}
            {each.caption !== '' && <figcaption>{each.caption}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  );
}

function Contact({ pharmacy, heading }: Props) {
  const { t } = useT();
  const { name, street, postcode, city, country, phone } = pharmacy;
  return (
    <Part title={t('public.contact')} heading={heading}>
      <address>
        {name}
        <br />
        {street}
        <br />
        {postcode} {city}, {t(`country.${country}`)}
      </address>
      {phone !== '' && (
        <p>
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
        </p>
      )}
    </Part>
  );
}
