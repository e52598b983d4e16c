import { PRESCRIPTION_STATES } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { SearchField } from '../../ui/SearchField';
import { SelectField } from '../../ui/SelectField';
import type { SearchFilter } from '../../ui/useSearchFilter';

/** Narrows the list of prescriptions down. */
export function PrescriptionFilters({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const states = PRESCRIPTION_STATES.map((state) => ({
    value: state,
    label: t(`prescriptions.state.${state}`),
  }));
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField
        label={t('prescriptions.search')}
        value={filter.get('search')}
        onSearch={(text) => filter.set('search', text)}
      />
      <SelectField
        label={t('prescriptions.state')}
        value={filter.get('state')}
        options={[{ value: '', label: t('common.all') }, ...states]}
        onValue={(state) => filter.set('state', state)}
      />
      {filter.active && (
        <button type="button" onClick={filter.clear}>
          {t('common.clearFilters')}
        </button>
      )}
    </form>
  );
}
