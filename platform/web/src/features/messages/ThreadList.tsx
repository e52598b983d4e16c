import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { messagesApi, type Thread } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { ChoiceFilter, ListFilters } from '../../ui/ListFilters';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useSearchFilter, type SearchFilter } from '../../ui/useSearchFilter';
import { useNames } from './names';

/** The user's conversations, the newest first. */
export function ThreadList({ openId }: { readonly openId: string | undefined }) {
  const { t } = useT();
  const filter = useSearchFilter();
  const wanted = { search: filter.get('search'), unread: filter.get('unread'), page: filter.page };
  const query = useQuery({
    queryKey: ['messages', 'threads', wanted],
    queryFn: () => messagesApi.threads(wanted),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="thread-list">
      <ThreadFilters filter={filter} />
      <QueryView query={query} part={t('part.messages')}>
        {({ items, total, page, pageSize }) => (
          <>
            {items.length === 0 && (
              <p className="empty">{t(filter.active ? 'messages.noneFound' : 'messages.none')}</p>
            )}
            <ul aria-label={t('messages.threads')}>
              {items.map((thread) => (
                <ThreadEntry key={thread.id} thread={thread} open={thread.id === openId} />
              ))}
            </ul>
            <Pager page={page} pageSize={pageSize} total={total} onPage={filter.setPage} />
          </>
        )}
      </QueryView>
    </div>
  );
}

function ThreadFilters({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const options = [{ value: 'true', label: t('messages.unreadOnly') }];
  return (
    <ListFilters filter={filter} search={t('messages.search')}>
      <ChoiceFilter filter={filter} name="unread" label={t('messages.show')} options={options} />
    </ListFilters>
  );
}

function ThreadEntry({ thread, open }: { readonly thread: Thread; readonly open: boolean }) {
  const { t, dateTime } = useT();
  const names = useNames();
  const { search } = useLocation();
  const { id, subject, participants, lastMessage, unread } = thread;
  return (
    <li>
      <Link to={`/messages/${id}${search}`} aria-current={open ? 'page' : undefined}>
        <span className="thread-title">
          <strong>{subject}</strong>
          {unread > 0 && <Badge tone="bad">{t('messages.unread', { count: unread })}</Badge>}
        </span>
        <span className="muted">{names(participants)}</span>
        <span className="thread-last">
          {lastMessage.authorName}: {lastMessage.text || t('messages.fileOnly')}
        </span>
        <time className="muted" dateTime={lastMessage.at}>
          {dateTime(lastMessage.at)}
        </time>
      </Link>
    </li>
  );
}
