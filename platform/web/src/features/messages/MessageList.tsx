import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { messagesApi, type Message, type Thread } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { Failure } from '../../ui/Failure';
import { AttachmentButton } from './AttachmentButton';
import { useNames } from './names';

const PAGE_SIZE = 30;

/** The messages of a thread, the newest at the end; new ones are announced as they come. */
export function MessageList({ thread }: { readonly thread: Thread }) {
  const { t } = useT();
  const query = useMessages(thread.id);
  const messages = inOrder(query.data?.pages.map(({ items }) => items) ?? []);
  const log = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [last]);
  return (
    <>
      {query.error && (
        <Failure
          error={query.error}
          part={t('part.thread')}
          onRetry={() => void query.refetch()}
        />
      )}
      <div
        ref={log}
        className="message-log"
        role="log"
        tabIndex={0}
        aria-label={t('messages.log', { subject: thread.subject })}
        aria-busy={query.isPending}
      >
        {query.hasNextPage && (
          <button type="button" className="small" onClick={() => void query.fetchNextPage()}>
            {t('messages.older')}
          </button>
        )}
        <ul>
          {messages.map((message) => (
            <MessageEntry key={message.id} message={message} thread={thread} />
          ))}
        </ul>
      </div>
    </>
  );
}

function useMessages(threadId: string) {
  return useInfiniteQuery({
    queryKey: ['messages', 'of-thread', threadId],
    queryFn: ({ pageParam }) => messagesApi.messages(threadId, pageParam, PAGE_SIZE),
    initialPageParam: 1,
    getNextPageParam: ({ page, pageSize, total }) =>
      page * pageSize < total ? page + 1 : undefined,
  });
}

/** The pages come newest first; what moved to the next page meanwhile is in both. */
function inOrder(pages: readonly (readonly Message[])[]): readonly Message[] {
  const all = [...pages].reverse().flat();
  return [...new Map(all.map((message) => [message.id, message])).values()];
}

interface EntryProps {
  readonly message: Message;
  readonly thread: Thread;
}

function MessageEntry({ message, thread }: EntryProps) {
  const { t, dateTime } = useT();
  const names = useNames();
  const own = message.author.id === useMe().id;
  const readers = thread.participants.filter(({ id }) => message.readBy.includes(id));
  return (
    <li className={own ? 'message own' : 'message'}>
      <p className="message-head">
        <strong>{message.author.name}</strong>{' '}
        <time dateTime={message.createdAt}>{dateTime(message.createdAt)}</time>
      </p>
      {message.text && <p className="message-text">{message.text}</p>}
      {message.attachments.map((attachment) => (
        <AttachmentButton key={attachment.id} attachment={attachment} />
      ))}
      {own && readers.length > 0 && (
        <p className="message-read">{t('messages.readBy', { names: names(readers) })}</p>
      )}
    </li>
  );
}
