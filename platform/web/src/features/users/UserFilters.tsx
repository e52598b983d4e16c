import { ROLES, USER_STATUSES } from '../../api/types';
import { useT } from '../../i18n/useT';
import { ChoiceFilter, ListFilters } from '../../ui/ListFilters';
import type { SearchFilter } from '../../ui/useSearchFilter';

/** Narrows the list of users down. */
export function UserFilters({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const roles = ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }));
  const statuses = USER_STATUSES.map((status) => ({ value: status, label: t(`users.status.${status}`) }));
  return (
    <ListFilters filter={filter} search={t('users.search')}>
      <ChoiceFilter filter={filter} name="role" label={t('field.role')} options={roles} />
      <ChoiceFilter filter={filter} name="status" label={t('field.status')} options={statuses} />
    </ListFilters>
  );
}
