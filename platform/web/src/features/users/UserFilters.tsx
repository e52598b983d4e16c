import { ROLES, USER_STATUSES } from '../../api/types';
import { useT } from '../../i18n/useT';
import { SearchField } from '../../ui/SearchField';
import { SelectField } from '../../ui/SelectField';
import type { SearchFilter } from '../../ui/useSearchFilter';

/** Narrows the list of users down. */
export function UserFilters({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const all = { value: '', label: t('common.all') };
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField
        label={t('users.search')}
        value={filter.get('search')}
        onSearch={(text) => filter.set('search', text)}
      />
      <SelectField
        label={t('field.role')}
        value={filter.get('role')}
        options={[all, ...ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))]}
        onValue={(role) => filter.set('role', role)}
      />
      <SelectField
        label={t('field.status')}
        value={filter.get('status')}
        options={[
          all,
          ...USER_STATUSES.map((status) => ({ value: status, label: t(`users.status.${status}`) })),
        ]}
        onValue={(status) => filter.set('status', status)}
      />
      {filter.active && (
        <button type="button" onClick={filter.clear}>
          {t('common.clearFilters')}
        </button>
      )}
    </form>
  );
}
