import { useT } from '../../i18n/useT';
import { ChoiceFilter, ListFilters } from '../../ui/ListFilters';
import type { SearchFilter } from '../../ui/useSearchFilter';

const FILTERS = ['low', 'out', 'expiring'] as const;

/** Narrows the list of items down. */
export function ItemFilters({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const options = FILTERS.map((each) => ({ value: each, label: t(`inventory.filter.${each}`) }));
  return (
    <ListFilters filter={filter} search={t('inventory.search')}>
      <ChoiceFilter filter={filter} name="filter" label={t('inventory.stock')} options={options} />
    </ListFilters>
  );
}
