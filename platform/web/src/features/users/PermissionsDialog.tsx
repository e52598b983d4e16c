import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import {
  RIGHTS,
  type Override,
  type Overrides,
  type Permissions,
  type Right,
  type User,
} from '../../api/types';
import { usersApi } from '../../api/users';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { QueryView } from '../../ui/QueryView';
import { SubmitButton } from '../../ui/SubmitButton';
import { RightEditor } from './RightEditor';
import { useUsersChanged } from './useUsersChanged';

interface Props {
  readonly user: User;
  readonly onClose: () => void;
}

/** Decides for each right whether the role, a grant or a denial holds for this user. */
export function PermissionsDialog({ user, onClose }: Props) {
  const { t } = useT();
  const permissions = useQuery({
    queryKey: ['permissions', user.id],
    queryFn: () => usersApi.permissions(user.id),
    gcTime: 0,
  });
  return (
    <Dialog wide title={t('permissions.title', { name: user.name })} onClose={onClose}>
      <QueryView query={permissions} part={t('part.permissions')}>
        {(data) => <PermissionsForm user={user} permissions={data} onClose={onClose} />}
      </QueryView>
      {!permissions.data && (
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

function useSave({ user, onClose }: Props, overrides: Overrides) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const changed = useUsersChanged();
  const [state, setState] = useState<{ pending: boolean; error?: unknown }>({ pending: false });
  async function save(): Promise<void> {
    if (state.pending) return;
    setState({ pending: true });
    try {
      await usersApi.setPermissions(user.id, overrides);
      await changed(t('permissions.saved', { name: user.name }));
      void queryClient.invalidateQueries({ queryKey: ['me'] });
      onClose();
    } catch (error) {
      setState({ pending: false, error });
    }
  }
  return { ...state, save };
}

function withOverride(
  overrides: Overrides,
  right: Right,
  override: Override | undefined,
): Overrides {
  const others = Object.entries(overrides).filter(([name]) => name !== right);
  return {
    ...Object.fromEntries(others),
    ...(override === undefined ? {} : { [right]: override }),
  };
}

function PermissionsForm({ user, permissions, onClose }: Props & { permissions: Permissions }) {
  const { t } = useT();
  const [overrides, setOverrides] = useState(permissions.overrides);
  const { pending, error, save } = useSave({ user, onClose }, overrides);
  const fixed = permissions.role === 'owner';
  const role = t(`role.${permissions.role}`);
  function submit(event: FormEvent): void {
    event.preventDefault();
    void save();
  }
  return (
    <form onSubmit={submit} className="stack">
      <p className="muted">{t(fixed ? 'permissions.ownerFixed' : 'permissions.lead', { role })}</p>
      {error !== undefined && (
        <Failure error={error} part={t('part.permissions')} onRetry={() => void save()} />
      )}
      <div className="rights">
        {RIGHTS.map((right) => (
          <RightEditor
            key={right}
            right={right}
            byRole={permissions.defaults.includes(right)}
            override={overrides[right]}
            fixed={fixed}
            onOverride={(override) => setOverrides(withOverride(overrides, right, override))}
          />
        ))}
      </div>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {t(fixed ? 'common.close' : 'common.cancel')}
        </button>
        {!fixed && (
          <SubmitButton pending={pending} pendingText={t('common.saving')}>
            {t('common.save')}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
