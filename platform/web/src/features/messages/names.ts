import { useQuery } from '@tanstack/react-query';
import { messagesApi, type Participant, type Person } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';

const PEOPLE_STALE_MS = 60_000;

/** Everybody of the account who can be written to. */
export function usePeople() {
  return useQuery<readonly Person[]>({
    queryKey: ['directory'],
    queryFn: messagesApi.people,
    staleTime: PEOPLE_STALE_MS,
  });
}

/** Names the people of a thread, apart from the user; the directory fills gaps where it answers. */
export function useNames(): (participants: readonly Participant[]) => string {
  const { t, language } = useT();
  const me = useMe();
  const { data: people = [] } = usePeople();
  const nameOf = ({ id, name }: Participant): string =>
    name ?? people.find((person) => person.id === id)?.name ?? t('messages.unknownPerson');
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (participants) => {
    const names = participants.filter(({ id }) => id !== me.id).map(nameOf);
    return list.format(names.sort((a, b) => a.localeCompare(b, language)));
  };
}
