import { useQuery } from '@tanstack/react-query';
import { prescriptionsApi, type HistoryEntry } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { QueryView } from '../../ui/QueryView';
import { isGone } from './isGone';
import { Section } from './Section';

/** What happened to a prescription, by whom and when. */
export function HistorySection({ id }: { readonly id: string }) {
  const { t } = useT();
  const query = useQuery({
    queryKey: ['prescriptions', id, 'history'],
    queryFn: () => prescriptionsApi.history(id),
  });
  if (isGone(query.error)) return null;
  return (
    <Section title={t('prescriptions.history')}>
      <QueryView query={query} part={t('part.history')}>
        {({ items }) => (
          <ol className="history" aria-label={t('prescriptions.history')}>
            {items.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </QueryView>
    </Section>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { tOr, dateTime } = useT();
  const { at, actor, action, details } = entry;
  const reason = details['reason'] ?? details['override'];
  return (
    <li>
      <strong>{tOr(`prescriptions.action.${action}`, action)}</strong> · {actor.name}{' '}
      <time dateTime={at}>{dateTime(at)}</time>
      {typeof reason === 'string' && <p className="muted">{reason}</p>}
    </li>
  );
}
