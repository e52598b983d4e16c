import { useQuery } from '@tanstack/react-query';
import { peopleWithRole, type Person } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { Failure } from '../../ui/Failure';
import { SelectField } from '../../ui/SelectField';
import type { FieldBinding } from '../../ui/useForm';

interface Props {
  readonly role: 'patient' | 'doctor';
  readonly field: FieldBinding;
  readonly label: string;
  readonly nobody: string;
}

const keyOf = (role: Props['role']) => ['people', role] as const;

/** The people of a role, as the directory of the account has them. */
export function usePeople(role: Props['role']) {
  return useQuery({ queryKey: keyOf(role), queryFn: () => peopleWithRole(role) });
}

/** The person with this id, when the directory has them. */
export function personIn(people: readonly Person[] | undefined, id: string): Person | null {
  const found = people?.find((person) => person.id === id);
  return found ? { id: found.id, name: found.name } : null;
}

/** Chooses one of the people of a role. */
export function PersonField({ role, field, label, nobody }: Props) {
  const { t } = useT();
  const people = usePeople(role);
  const options = (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {people.error && (
        <Failure
          error={people.error}
          part={t('part.people')}
          onRetry={() => void people.refetch()}
        />
      )}
      <SelectField {...field} label={label} options={[{ value: '', label: nobody }, ...options]} />
    </>
  );
}
