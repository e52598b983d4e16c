import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { asApiError } from '../../../api/ApiError';
import { publicPharmacyApi, type PublicPharmacy } from '../../../api/publicPharmacy';
import { useT } from '../../../i18n/useT';
import { PageHeading } from '../../../ui/PageHeading';
import { QueryView } from '../../../ui/QueryView';
import { Brand } from '../../shell/Brand';
import { LanguageSwitch } from '../../shell/LanguageSwitch';
import { DeliveryCheck } from './DeliveryCheck';
import { OpenNow } from './OpenNow';
import { Sheet } from './Sheet';

/** A pharmacy's page for everybody, without sign-in. */
export default function PublicPage() {
  const { t } = useT();
  const { slug = '' } = useParams();
  const query = useQuery({
    queryKey: ['public-pharmacy', slug],
    queryFn: () => publicPharmacyApi.read(slug),
  });
  const unknown = query.error !== null && asApiError(query.error).status === 404;
  return (
    <Frame>
      {unknown && <PageHeading title={t('public.unknown')} lead={t('public.unknownText')} />}
      {!unknown && query.data === undefined && <PageHeading title={t('public.title')} />}
      {!unknown && (
        <QueryView query={query} part={t('part.publicPage')}>
          {(pharmacy) => <Pharmacy pharmacy={pharmacy} />}
        </QueryView>
      )}
    </Frame>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useT();
  return (
    <div className="public-page">
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <header className="public-header">
        <Brand />
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Pharmacy({ pharmacy }: { readonly pharmacy: PublicPharmacy }) {
  const { t } = useT();
  const { slug, name, postcode, city, verified, now } = pharmacy;
  return (
    <>
      <PageHeading title={name} lead={`${postcode} ${city}`} />
      <Sheet
        pharmacy={pharmacy}
        verified={verified}
        heading="h2"
        today={now.today}
        openNow={<OpenNow now={now} />}
        photo={({ id, caption }) => (
          <img src={publicPharmacyApi.photoUrl(slug, id)} alt={caption || t('photos.unnamed')} />
        )}
      >
        <DeliveryCheck pharmacy={pharmacy} />
      </Sheet>
    </>
  );
}
