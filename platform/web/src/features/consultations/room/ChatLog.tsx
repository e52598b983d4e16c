import { useEffect, useRef } from 'react';
import type { ChatMessage } from '../../../api/consultations';
import { useT } from '../../../i18n/useT';
import { useMe } from '../../../session/useSession';
import { QueryView } from '../../../ui/QueryView';
import { useChat } from './useChat';

/** What was written in the room; new messages are announced as they come. */
export function ChatLog({ id }: { readonly id: string }) {
  const { t } = useT();
  const { query } = useChat(id);
  const log = useRef<HTMLDivElement>(null);
  const last = query.data?.items.at(-1)?.id;
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [last]);
  return (
    <QueryView query={query} part={t('part.chat')}>
      {({ items }) => (
        <div
          ref={log}
          className="message-log"
          role="log"
          tabIndex={0}
          aria-label={t('consultations.chat')}
        >
          {items.length === 0 && <p className="muted">{t('consultations.chatEmpty')}</p>}
          <ul>
            {items.map((message) => (
              <Entry key={message.id} message={message} />
            ))}
          </ul>
        </div>
      )}
    </QueryView>
  );
}

function Entry({ message }: { readonly message: ChatMessage }) {
  const { locale } = useT();
  const own = message.author.id === useMe().id;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (
    <li className={own ? 'message own' : 'message'}>
      <p className="message-head">
        <strong>{message.author.name}</strong>{' '}
        <time dateTime={message.at}>{time.format(new Date(message.at))}</time>
      </p>
      <p className="message-text">{message.text}</p>
    </li>
  );
}
