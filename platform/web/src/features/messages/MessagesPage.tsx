import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';
import { NewThreadDialog } from './NewThreadDialog';
import { ThreadList } from './ThreadList';
import { ThreadView } from './ThreadView';

/** Conversations, and beside them the one that is open; on a phone one after the other. */
export function MessagesPage() {
  const { t } = useT();
  const { id } = useParams();
  const navigate = useNavigate();
  const [writing, setWriting] = useState(false);
  return (
    <>
      <PageHeading title={t('messages.title')}>
        <button type="button" className="primary" onClick={() => setWriting(true)}>
          {t('messages.new')}
        </button>
      </PageHeading>
      <div className={id === undefined ? 'threads' : 'threads one-open'}>
        <ThreadList openId={id} />
        {id === undefined ? (
          <p className="empty nothing-open">{t('messages.choose')}</p>
        ) : (
          <ThreadView key={id} id={id} />
        )}
      </div>
      {writing && (
        <NewThreadDialog
          onClose={() => setWriting(false)}
          onStarted={({ id: started }) => {
            setWriting(false);
            void navigate(`/messages/${started}`);
          }}
        />
      )}
    </>
  );
}
