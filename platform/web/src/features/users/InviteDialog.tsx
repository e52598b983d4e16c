import { useState } from 'react';
import { ROLES, type Invitation, type Role } from '../../api/types';
import { usersApi } from '../../api/users';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { SelectField } from '../../ui/SelectField';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { InvitationLinkDialog } from './InvitationLinkDialog';
import { useUsersChanged } from './useUsersChanged';

interface Invited {
  readonly name: string;
  readonly invitation: Invitation;
}

/** Invites a user, then shows the link to pass on. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useT();
  const [invited, setInvited] = useState<Invited>();
  if (invited) return <InvitationLinkDialog {...invited} onClose={onClose} />;
  return (
    <Dialog title={t('invite.title')} onClose={onClose}>
      <InviteForm onInvited={setInvited} onClose={onClose} />
    </Dialog>
  );
}

function useInvite(onInvited: (invited: Invited) => void) {
  const { t } = useT();
  const changed = useUsersChanged();
  const initial: { name: string; email: string; phone: string; role: Role } = {
    name: '',
    email: '',
    phone: '',
    role: 'pharmacist',
  };
  return useForm({
    initial,
    validate: ({ name, email, phone }) =>
      check.errorsOf({
        name: check.required(name, t),
        email: check.email(email, t),
        phone: check.phone(phone, t),
      }),
    submit: async ({ name, email, phone, role }) => {
      const person = { name: name.trim(), email: email.trim(), phone: phone.trim(), role };
      const { invitation } = await usersApi.invite(person);
      await changed(t('invite.created', { name: person.name }));
      onInvited({ name: person.name, invitation });
    },
  });
}

interface FormProps {
  readonly onInvited: (invited: Invited) => void;
  readonly onClose: () => void;
}

function InviteForm({ onInvited, onClose }: FormProps) {
  const { t } = useT();
  const form = useInvite(onInvited);
  const roles = ROLES.filter((role) => role !== 'owner');
  return (
    <form {...form.props} className="stack">
      {form.failure && (
        <Failure error={form.failure} part={t('part.user')} onRetry={form.submitAgain} />
      )}
      <TextField {...form.field('name')} label={t('field.name')} autoComplete="off" />
      <TextField
        {...form.field('email')}
        label={t('field.email')}
        type="email"
        autoComplete="off"
      />
      <TextField
        {...form.field('phone')}
        label={t('common.optional', { label: t('field.phone') })}
        type="tel"
        autoComplete="off"
      />
      <SelectField
        {...form.field('role')}
        label={t('field.role')}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <SubmitButton pending={form.pending}>{t('invite.submit')}</SubmitButton>
      </div>
    </form>
  );
}
