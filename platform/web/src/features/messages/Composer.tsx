import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messagesApi } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { Failure } from '../../ui/Failure';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextAreaField } from '../../ui/TextAreaField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { FilePicker } from './FilePicker';
import { uploadFiles } from './upload';

/** Writes into a thread. */
export function Composer({ threadId }: { readonly threadId: string }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const form = useForm({
    initial: { text: '' },
    validate: ({ text }) =>
      check.errorsOf({ text: files.length > 0 ? undefined : check.required(text, t) }),
    submit: async ({ text }) => {
      await messagesApi.write(threadId, { text, attachmentIds: await uploadFiles(files) });
      setFiles([]);
      form.field('text').onValue('');
      await queryClient.invalidateQueries({ queryKey: ['messages'] });
    },
  });
  return (
    <form {...form.props} className="stack" aria-label={t('messages.answer')}>
      {form.failure && (
        <Failure error={form.failure} part={t('part.sending')} onRetry={form.submitAgain} />
      )}
      <TextAreaField {...form.field('text')} label={t('messages.text')} />
      <FilePicker files={files} onFiles={setFiles} />
      <div className="buttons">
        <SubmitButton pending={form.pending} pendingText={t('messages.sending')}>
          {t('messages.send')}
        </SubmitButton>
      </div>
    </form>
  );
}
