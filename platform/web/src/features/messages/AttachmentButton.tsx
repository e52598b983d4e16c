import { useState } from 'react';
import { messagesApi, type Attachment } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { download } from '../../ui/download';
import { Failure } from '../../ui/Failure';
import { fileSize } from './fileSize';

/** Downloads a file of a message; a plain link could not send the token. */
export function AttachmentButton({ attachment }: { readonly attachment: Attachment }) {
  const { t, locale } = useT();
  const { id, name, size } = attachment;
  const [error, setError] = useState<unknown>();
  const load = (): void => {
    setError(undefined);
    messagesApi.file(id).then((content) => download(name, content), setError);
  };
  return (
    <>
      <button type="button" className="small attachment" onClick={load}>
        {t('messages.download', { name })}{' '}
        <span className="muted">{fileSize(size, locale)}</span>
      </button>
      {error !== undefined && <Failure error={error} part={t('part.attachment')} onRetry={load} />}
    </>
  );
}
