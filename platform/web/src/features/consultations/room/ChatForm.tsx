import { useQueryClient } from '@tanstack/react-query';
import { asApiError } from '../../../api/ApiError';
import { useT } from '../../../i18n/useT';
import { Failure } from '../../../ui/Failure';
import { SubmitButton } from '../../../ui/SubmitButton';
import { TextField } from '../../../ui/TextField';
import { useForm } from '../../../ui/useForm';
import { errorsOf, required } from '../../../ui/validation';
import { consultationKey } from './keys';
import { useChat } from './useChat';

/** Writes in the room; the enter key sends. */
export function ChatForm({ id }: { readonly id: string }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const { write } = useChat(id);
  const form = useForm({
    initial: { text: '' },
    validate: ({ text }) => errorsOf({ text: required(text, t) }),
    submit: async ({ text }) => {
      await write(text).catch((error: unknown) => {
        // Whoever is not let in any more sees why.
        if (!asApiError(error).unavailable) {
          void queryClient.invalidateQueries({ queryKey: consultationKey(id) });
        }
        throw error;
      });
      form.field('text').onValue('');
    },
  });
  return (
    <form {...form.props} className="chat-form">
      {form.failure && (
        <Failure error={form.failure} part={t('part.chat')} onRetry={form.submitAgain} />
      )}
      <TextField
        {...form.field('text')}
        label={t('consultations.message')}
        autoComplete="off"
        maxLength={2000}
      />
      <SubmitButton pending={form.pending}>{t('consultations.send')}</SubmitButton>
    </form>
  );
}
