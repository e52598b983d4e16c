import { locationsApi } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { draftOf, EMPTY_HOLIDAY, holidayErrors, holidayOf, type HolidayDraft } from './holidayDraft';
import { HolidayList } from './HolidayList';
import { ListEditor } from './ListEditor';
import { Section } from './Section';
import type { SectionProps } from './Sections';
import { useListForm, type KeyedRow, type ListForm } from './useListForm';
import { usePharmacyChanged } from './usePharmacyChanged';

const MOST = 60;

/** The days that differ from their weekday. */
export function HolidaysSection(props: SectionProps) {
  const { t } = useT();
  return (
    <Section title={t('pharmacy.holidays')}>
      {props.mayEdit ? <HolidaysForm {...props} /> : <HolidayList holidays={props.location.holidays} />}
    </Section>
  );
}

function HolidaysForm({ location }: SectionProps) {
  const { t } = useT();
  const changed = usePharmacyChanged(location.id);
  const list = useListForm<HolidayDraft>({
    name: 'holidays',
    initial: location.holidays.map(draftOf),
    empty: EMPTY_HOLIDAY,
    check: (drafts) => holidayErrors(drafts, t),
    save: async (drafts) => {
      const saved = await locationsApi.setHolidays(location.id, drafts.map(holidayOf));
      changed(saved, t('pharmacy.holidaysSaved'));
      return saved.holidays.map(draftOf);
    },
  });
  const words = {
    none: t('pharmacy.noHolidays'),
    add: t('pharmacy.addHoliday'),
    save: t('pharmacy.saveHolidays'),
    row: (number: number) => t('pharmacy.holiday', { number }),
  };
  return (
    <ListEditor list={list} words={words} most={MOST} rowClass="holiday-row">
      {(row) => <HolidayFields row={row} list={list} />}
    </ListEditor>
  );
}

interface FieldsProps {
  readonly row: KeyedRow<HolidayDraft>;
  readonly list: ListForm<HolidayDraft>;
}

function HolidayFields({ row, list }: FieldsProps) {
  const { t } = useT();
  const field = (name: keyof HolidayDraft & string) => list.field(row, name);
  return (
    <>
      <TextField {...field('date')} label={t('pharmacy.date')} type="date" autoFocus={row.fresh} />
      <TextField {...field('name')} label={t('field.name')} autoComplete="off" maxLength={200} />
      <SelectField
        {...field('opening')}
        label={t('pharmacy.opening')}
        options={(['closed', 'special'] as const).map((each) => ({
          value: each,
          label: t(`pharmacy.opening.${each}`),
        }))}
      />
      {row.values.opening === 'special' && (
        <div className="pair">
          <TextField {...field('from')} label={t('pharmacy.from')} type="time" />
          <TextField {...field('to')} label={t('pharmacy.to')} type="time" />
        </div>
      )}
    </>
  );
}
