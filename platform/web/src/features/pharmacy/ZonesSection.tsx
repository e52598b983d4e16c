import { locationsApi } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { TextField } from '../../ui/TextField';
import { ListEditor } from './ListEditor';
import { currencyOf } from './money';
import { Section } from './Section';
import type { SectionProps } from './Sections';
import { useListForm, type KeyedRow, type ListForm } from './useListForm';
import { usePharmacyChanged } from './usePharmacyChanged';
import { draftOf, EMPTY_ZONE, zoneErrors, zoneOf, type ZoneDraft } from './zoneDraft';
import { ZoneTable } from './ZoneTable';

const MOST = 50;

/** Where the pharmacy delivers to, and for how much. */
export function ZonesSection(props: SectionProps) {
  const { t } = useT();
  return (
    <Section title={t('pharmacy.zones')}>
      {props.mayEdit ? <ZonesForm {...props} /> : <ZoneTable location={props.location} />}
    </Section>
  );
}

function ZonesForm({ location }: SectionProps) {
  const { t } = useT();
  const changed = usePharmacyChanged(location.id);
  const list = useListForm<ZoneDraft>({
    name: 'deliveryZones',
    initial: location.deliveryZones.map(draftOf),
    empty: EMPTY_ZONE,
    check: (drafts) => zoneErrors(drafts, t),
    save: async (drafts) => {
      const saved = await locationsApi.setDeliveryZones(location.id, drafts.map(zoneOf));
      changed(saved, t('pharmacy.zonesSaved'));
      return saved.deliveryZones.map(draftOf);
    },
  });
  const words = {
    none: t('pharmacy.noZones'),
    add: t('pharmacy.addZone'),
    save: t('pharmacy.saveZones'),
    row: (number: number) => t('pharmacy.zone', { number }),
  };
  const currency = currencyOf(location.country);
  return (
    <ListEditor list={list} words={words} most={MOST} rowClass="zone-row">
      {(row) => <ZoneFields row={row} list={list} currency={currency} />}
    </ListEditor>
  );
}

interface FieldsProps {
  readonly row: KeyedRow<ZoneDraft>;
  readonly list: ListForm<ZoneDraft>;
  readonly currency: string;
}

function ZoneFields({ row, list, currency }: FieldsProps) {
  const { t } = useT();
  const field = (name: keyof ZoneDraft & string) => list.field(row, name);
  const money = { currency };
  return (
    <>
      <TextField
        {...field('postcode')}
        label={t('locations.postcode')}
        autoComplete="off"
        maxLength={12}
        autoFocus={row.fresh}
      />
      <TextField {...field('fee')} label={t('pharmacy.fee', money)} inputMode="decimal" />
      <TextField {...field('minimumOrder')} label={t('pharmacy.minimum', money)} inputMode="decimal" />
      <TextField {...field('minutes')} label={t('pharmacy.minutes')} inputMode="numeric" />
    </>
  );
}
