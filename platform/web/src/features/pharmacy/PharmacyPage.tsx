import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { locationsApi, type Location } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { hasRight, useMe } from '../../session/useSession';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { SelectField } from '../../ui/SelectField';
import { Sections } from './Sections';

/** What the public page of a location shows, part by part; first the location is chosen. */
export function PharmacyPage() {
  const { t } = useT();
  const { locationId } = useParams();
  const locations = useQuery({ queryKey: ['locations', ''], queryFn: () => locationsApi.list('') });
  const id = locationId ?? locations.data?.items[0]?.id;
  return (
    <>
      <PageHeading title={t('pharmacy.title')} lead={t('pharmacy.lead')} />
      <QueryView query={locations} part={t('part.locations')}>
        {({ items }) => (items.length === 0 ? <NoLocation /> : <Chooser locations={items} id={id} />)}
      </QueryView>
      {id !== undefined && <OneLocation key={id} id={id} />}
    </>
  );
}

function NoLocation() {
  const { t } = useT();
  const { account } = useMe();
  const mayAdd = hasRight(useMe(), 'users');
  return (
    <div className="notice warning">
      <p>
        {mayAdd
          ? t('pharmacy.noLocation')
          : t('pharmacy.noLocationYet', { organisation: account.name })}
      </p>
      {mayAdd && <Link to="/master-account/locations">{t('pharmacy.toLocations')}</Link>}
    </div>
  );
}

interface ChooserProps {
  readonly locations: readonly Location[];
  readonly id: string | undefined;
}

function Chooser({ locations, id }: ChooserProps) {
  const { t } = useT();
  const navigate = useNavigate();
  const known = locations.some((each) => each.id === id);
  // One location needs no choice, unless the address names another one.
  if (locations.length === 1 && known) return null;
  const options = locations.map(({ id: value, name, city }) => ({ value, label: `${name}, ${city}` }));
  const none = known ? [] : [{ value: '', label: t('pharmacy.choose') }];
  return (
    <div className="pharmacy-chooser">
      <SelectField
        label={t('pharmacy.location')}
        value={known && id !== undefined ? id : ''}
        options={[...none, ...options]}
        onValue={(chosen) => void navigate(`/pharmacy/${chosen}`)}
      />
    </div>
  );
}

function OneLocation({ id }: { readonly id: string }) {
  const { t } = useT();
  const query = useQuery({
    queryKey: ['location', id],
    queryFn: () => locationsApi.read(id),
    // The forms start with what is there: it must not be what was there at the last visit.
    gcTime: 0,
  });
  return (
    <QueryView query={query} part={t('part.pharmacy')}>
      {(location) => <Sections location={location} />}
    </QueryView>
  );
}
