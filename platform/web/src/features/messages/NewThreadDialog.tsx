import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messagesApi, type Thread } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { QueryView } from '../../ui/QueryView';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextAreaField } from '../../ui/TextAreaField';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { FilePicker } from './FilePicker';
import { usePeople } from './names';
import { PeoplePicker } from './PeoplePicker';
import { uploadFiles } from './upload';

interface Props {
  readonly onClose: () => void;
  readonly onStarted: (thread: Thread) => void;
}

/** Starts a conversation with one or more people of the account. */
export function NewThreadDialog({ onClose, onStarted }: Props) {
  const { t } = useT();
  const people = usePeople();
  return (
    <Dialog title={t('messages.new')} onClose={onClose} wide>
      <QueryView query={people} part={t('part.directory')}>
        {(items) => (
          <NewThreadForm onClose={onClose} onStarted={onStarted}>
            {(picker) => <PeoplePicker people={items} {...picker} />}
          </NewThreadForm>
        )}
      </QueryView>
      {people.data === undefined && (
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

interface Picker {
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly error: string | undefined;
}

function useNewThread(onStarted: Props['onStarted']) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [chosen, onChosen] = useState<ReadonlySet<string>>(new Set());
  const form = useForm({
    initial: { participantIds: '', subject: '', text: '' },
    validate: ({ subject, text }) =>
      check.errorsOf({
        participantIds: chosen.size > 0 ? undefined : t('messages.nobodyChosen'),
        subject: check.required(subject, t),
        text: check.required(text, t),
      }),
    submit: async ({ subject, text }) => {
      const attachmentIds = await uploadFiles(files);
      const participantIds = [...chosen];
      const thread = await messagesApi.start({ subject, text, participantIds, attachmentIds });
      void queryClient.invalidateQueries({ queryKey: ['messages'] });
      onStarted(thread);
    },
  });
  const picker: Picker = { chosen, onChosen, error: form.field('participantIds').error };
  return { form, picker, files, setFiles };
}

interface FormProps extends Props {
  readonly children: (picker: Picker) => React.ReactNode;
}

function NewThreadForm({ onClose, onStarted, children }: FormProps) {
  const { t } = useT();
  const { form, picker, files, setFiles } = useNewThread(onStarted);
  return (
    <form {...form.props} className="stack">
      {form.failure && (
        <Failure error={form.failure} part={t('part.sending')} onRetry={form.submitAgain} />
      )}
      {children(picker)}
      <TextField {...form.field('subject')} label={t('messages.subject')} maxLength={200} />
      <TextAreaField {...form.field('text')} label={t('messages.text')} />
      <FilePicker files={files} onFiles={setFiles} />
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <SubmitButton pending={form.pending} pendingText={t('messages.sending')}>
          {t('messages.send')}
        </SubmitButton>
      </div>
    </form>
  );
}
