import { useQuery, useQueryClient } from '@tanstack/react-query';
import { consultationsApi, type Notes } from '../../../api/consultations';
import { useT } from '../../../i18n/useT';
import { Failure } from '../../../ui/Failure';
import { useNotify } from '../../../ui/notify';
import { QueryView } from '../../../ui/QueryView';
import { SubmitButton } from '../../../ui/SubmitButton';
import { TextAreaField } from '../../../ui/TextAreaField';
import { useForm } from '../../../ui/useForm';
import { Part } from '../Part';
import { notesKey } from './keys';

/** The doctor's own notes, which nobody else ever sees. */
export function NotesCard({ id }: { readonly id: string }) {
  const { t } = useT();
  const query = useQuery({
    queryKey: notesKey(id),
    queryFn: () => consultationsApi.notes(id),
    staleTime: Infinity,
  });
  return (
    <Part card title={t('consultations.notes')}>
      <QueryView query={query} part={t('part.notes')}>
        {(notes) => <NotesForm id={id} notes={notes} />}
      </QueryView>
    </Part>
  );
}

function NotesForm({ id, notes }: { readonly id: string; readonly notes: Notes }) {
  const { t } = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { text: notes.text },
    submit: async ({ text }) => {
      queryClient.setQueryData(notesKey(id), await consultationsApi.saveNotes(id, text));
      notify(t('consultations.notesSaved'));
    },
  });
  return (
    <form {...form.props} className="stack">
      {form.failure && (
        <Failure error={form.failure} part={t('part.notes')} onRetry={form.submitAgain} />
      )}
      <TextAreaField
        {...form.field('text')}
        label={t('consultations.notesLabel')}
        hint={t('consultations.notesHint')}
        maxLength={20_000}
      />
      <div className="buttons">
        <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
          {t('consultations.notesSave')}
        </SubmitButton>
      </div>
    </form>
  );
}
