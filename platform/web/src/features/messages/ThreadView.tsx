import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { messagesApi, type Thread } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { QueryView } from '../../ui/QueryView';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import { useNames } from './names';

/** One conversation: what was said, and a place to answer. */
export function ThreadView({ id }: { readonly id: string }) {
  const { t } = useT();
  const { search } = useLocation();
  const query = useQuery({
    queryKey: ['messages', 'thread', id],
    queryFn: () => messagesApi.thread(id),
  });
  return (
    <div className="thread">
      <Link className="back" to={`/messages${search}`}>
        {t('messages.back')}
      </Link>
      <QueryView query={query} part={t('part.thread')}>
        {(thread) => <OpenThread thread={thread} />}
      </QueryView>
    </div>
  );
}

function OpenThread({ thread }: { readonly thread: Thread }) {
  const { t } = useT();
  const names = useNames();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useReading(thread);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="card" aria-labelledby={headingId}>
      <header>
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {thread.subject}
        </h2>
        <p className="muted">{t('messages.with', { names: names(thread.participants) })}</p>
      </header>
      <MessageList thread={thread} />
      <Composer threadId={thread.id} />
    </section>
  );
}

/** What is on the screen is read. */
function useReading({ id, unread, messages }: Thread): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (unread === 0) return undefined;
    const read = (): void => {
      if (document.hidden) return;
      // Without an answer the messages stay unread, which is what they then are.
      void messagesApi
        .markRead(id)
        .then(() => queryClient.invalidateQueries({ queryKey: ['messages'] }), () => undefined);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [queryClient, id, unread, messages]);
}
