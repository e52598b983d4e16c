import { useQuery } from '@tanstack/react-query';
import { usersApi } from '../../api/users';
import { useT } from '../../i18n/useT';
import { ChoiceFilter, ListFilters } from '../../ui/ListFilters';
import { TextField } from '../../ui/TextField';
import type { SearchFilter } from '../../ui/useSearchFilter';

const MOST_ACTORS = 100;

interface Props {
  readonly filter: SearchFilter;
  readonly actions: readonly string[];
}

/** Narrows the audit log down. */
export function AuditFilters({ filter, actions }: Props) {
  const { t, tOr } = useT();
  const options = actions.map((action) => ({ value: action, label: tOr(`action.${action}`, action) }));
  return (
    <ListFilters filter={filter} search={t('audit.search')}>
      <ActorFilter filter={filter} />
      <ChoiceFilter filter={filter} name="action" label={t('audit.action')} options={options} />
      <DayField name="from" label={t('audit.from')} filter={filter} />
      <DayField name="to" label={t('audit.to')} filter={filter} />
    </ListFilters>
  );
}

function ActorFilter({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const users = useQuery({
    queryKey: ['users', 'actors'],
    queryFn: () => usersApi.list({ sort: 'name', page: 1, pageSize: MOST_ACTORS }),
  });
  const options = users.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return <ChoiceFilter filter={filter} name="actor" label={t('audit.actor')} options={options} />;
}

interface DayProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly filter: SearchFilter;
}

function DayField({ name, label, filter }: DayProps) {
  return (
    <TextField
      name={name}
      label={label}
      type="date"
      value={filter.get(name)}
      error={undefined}
      onValue={(day) => filter.set(name, day)}
    />
  );
}
