import { useT } from '../../i18n/useT';
import { SearchField } from '../../ui/SearchField';
import { SelectField } from '../../ui/SelectField';
import type { SearchFilter } from '../../ui/useSearchFilter';

const FILTERS = ['low', 'out', 'expiring'] as const;

/** Narrows the list of items down. */
export function ItemFilters({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField
        label={t('inventory.search')}
        value={filter.get('search')}
        onSearch={(text) => filter.set('search', text)}
      />
      <SelectField
        label={t('inventory.stock')}
        value={filter.get('filter')}
        options={[
          { value: '', label: t('common.all') },
          ...FILTERS.map((each) => ({ value: each, label: t(`inventory.filter.${each}`) })),
        ]}
        onValue={(chosen) => filter.set('filter', chosen)}
      />
      {filter.active && (
        <button type="button" onClick={filter.clear}>
          {t('common.clearFilters')}
        </button>
      )}
    </form>
  );
}
