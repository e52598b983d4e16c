import { useQuery } from '@tanstack/react-query';
import { usersApi } from '../../api/users';
import { useT } from '../../i18n/useT';
import { SelectField } from '../../ui/SelectField';
import type { FieldBinding } from '../../ui/useForm';

const MOST_USERS = 100;

/** Who manages a location: one of the users, or nobody. */
export function ManagerField(field: FieldBinding) {
  const { t } = useT();
  const users = useQuery({
    queryKey: ['users', 'managers'],
    queryFn: () => usersApi.list({ sort: 'name', page: 1, pageSize: MOST_USERS }),
  });
  const people = (users.data?.items ?? [])
    .filter(({ role, status }) => role !== 'patient' && status !== 'deactivated')
    .map(({ id, name }) => ({ value: id, label: name }));
  const chosen = people.some(({ value }) => value === field.value);
  // The manager set now stays one, also when the list of users cannot be loaded.
  const kept =
    chosen || field.value === '' ? [] : [{ value: field.value, label: t('locations.keepManager') }];
  return (
    <SelectField
      {...field}
      label={t('locations.manager')}
      hint={users.isError ? t('unavailable', { part: t('part.users') }) : undefined}
      options={[{ value: '', label: t('locations.noManager') }, ...people, ...kept]}
    />
  );
}
