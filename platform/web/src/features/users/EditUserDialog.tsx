import { useQueryClient } from '@tanstack/react-query';
import { ROLES, type Role, type User } from '../../api/types';
import { usersApi, type UserChange } from '../../api/users';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { SelectField } from '../../ui/SelectField';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { useUsersChanged } from './useUsersChanged';

interface Props {
  readonly user: User;
  readonly onClose: () => void;
}

interface Values extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly role: Role;
}

/** Only what was changed is sent: some fields are the owner's alone. */
function changeOf(user: User, { name, email, phone, role }: Values): UserChange {
  const change = { name: name.trim(), email: email.trim(), phone: phone.trim(), role };
  return {
    ...(change.name === user.name ? {} : { name: change.name }),
    ...(change.email === user.email ? {} : { email: change.email }),
    ...(change.phone === user.phone ? {} : { phone: change.phone }),
    ...(change.role === user.role ? {} : { role: change.role }),
  };
}

function useEdit({ user, onClose }: Props) {
  const { t } = useT();
  const me = useMe();
  const changed = useUsersChanged();
  const queryClient = useQueryClient();
  const { name, email, phone, role } = user;
  const initial: Values = { name, email, phone, role };
  return useForm<Values>({
    initial,
    validate: (values) =>
      check.errorsOf({
        name: check.required(values.name, t),
        email: check.email(values.email, t),
        phone: check.phone(values.phone, t),
      }),
    submit: async (values) => {
      const change = changeOf(user, values);
      if (Object.keys(change).length > 0) {
        const saved = await usersApi.change(user.id, change);
        await changed(t('users.saved', { name: saved.name }));
        if (user.id === me.id) void queryClient.invalidateQueries({ queryKey: ['me'] });
      }
      onClose();
    },
  });
}

/** Changes a user's name, phone and, for the owner, e-mail address and role. */
export function EditUserDialog({ user, onClose }: Props) {
  const { t } = useT();
  const isOwner = useMe().role === 'owner';
  const form = useEdit({ user, onClose });
  const roles = ROLES.filter((role) => role !== 'owner' || user.role === 'owner');
  return (
    <Dialog title={t('users.editTitle', { name: user.name })} onClose={onClose}>
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
          disabled={!isOwner}
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
          disabled={!isOwner || user.role === 'owner'}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {t('common.save')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
