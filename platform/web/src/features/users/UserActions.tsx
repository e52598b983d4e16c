import type { User } from '../../api/types';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import type { UserTask } from './UserDialogs';

interface Props {
  readonly user: User;
  readonly onTask: (task: UserTask) => void;
}

type Kind = Exclude<UserTask['kind'], 'invite'>;

const LABELS: Readonly<Record<Kind, MessageKey>> = {
  edit: 'common.edit',
  permissions: 'users.permissions',
  link: 'users.newLink',
  deactivate: 'users.deactivate',
  activate: 'users.activate',
  delete: 'common.delete',
};

/** What the signed-in user may do with this user. */
export function UserActions({ user, onTask }: Props) {
  const { t } = useT();
  const me = useMe();
  const isOwner = me.role === 'owner';
  const isOther = user.id !== me.id;
  const offered: Readonly<Record<Kind, boolean>> = {
    edit: isOwner || user.role !== 'owner',
    permissions: isOwner,
    link: user.status === 'invited',
    deactivate: isOther && user.status === 'active' && user.role !== 'owner',
    activate: user.status === 'deactivated',
    delete: isOwner && isOther,
  };
  const kinds: readonly Kind[] = [
    'edit',
    'permissions',
    'link',
    'deactivate',
    'activate',
    'delete',
  ];
  return (
    <div className="row-actions">
      {kinds
        .filter((kind) => offered[kind])
        .map((kind) => (
          <button key={kind} type="button" className="small" onClick={() => onTask({ kind, user })}>
            {t(LABELS[kind])}
            <span className="sr-only"> {user.name}</span>
          </button>
        ))}
    </div>
  );
}
