import { useT } from '../../i18n/useT';

const MOST_SHOWN = 99;

interface Props {
  readonly label: string;
  readonly unread: number;
}

/** The name of an icon in the header, with what is unread behind it. */
export function Counter({ label, unread }: Props) {
  const { t } = useT();
  if (unread === 0) return <span className="sr-only">{label}</span>;
  return (
    <>
      <span className="sr-only">{t('messages.counter', { label, count: unread })}</span>
      <span className="counter" aria-hidden="true">
        {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
      </span>
    </>
  );
}
