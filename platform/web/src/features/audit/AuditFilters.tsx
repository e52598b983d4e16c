import { useQuery } from '@tanstack/react-query';
import { usersApi } from '../../api/users';
import { useT } from '../../i18n/useT';
import { SearchField } from '../../ui/SearchField';
import { SelectField } from '../../ui/SelectField';
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
  const all = { value: '', label: t('common.all') };
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField
        label={t('audit.search')}
        value={filter.get('search')}
        onSearch={(text) => filter.set('search', text)}
      />
      <ActorField filter={filter} />
      <SelectField
        label={t('audit.action')}
        value={filter.get('action')}
        options={[
          all,
          ...actions.map((action) => ({ value: action, label: tOr(`action.${action}`, action) })),
        ]}
        onValue={(action) => filter.set('action', action)}
      />
      <DayField name="from" label={t('audit.from')} filter={filter} />
      <DayField name="to" label={t('audit.to')} filter={filter} />
      {filter.active && (
        <button type="button" onClick={filter.clear}>
          {t('common.clearFilters')}
        </button>
      )}
    </form>
  );
}

function ActorField({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const users = useQuery({
    queryKey: ['users', 'actors'],
    queryFn: () => usersApi.list({ sort: 'name', page: 1, pageSize: MOST_ACTORS }),
  });
  const actors = users.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <SelectField
      label={t('audit.actor')}
      value={filter.get('actor')}
      options={[{ value: '', label: t('common.all') }, ...actors]}
      onValue={(actor) => filter.set('actor', actor)}
    />
  );
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
