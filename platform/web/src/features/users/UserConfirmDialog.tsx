import type { User } from '../../api/types';
import { usersApi } from '../../api/users';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/useT';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useUsersChanged } from './useUsersChanged';

type Kind = 'deactivate' | 'activate' | 'delete';

interface Words {
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly confirm: MessageKey;
  readonly done: MessageKey;
}

const WORDS: Readonly<Record<Kind, Words>> = {
  deactivate: {
    title: 'users.deactivateTitle',
    text: 'users.deactivateText',
    confirm: 'users.deactivate',
    done: 'users.deactivated',
  },
  activate: {
    title: 'users.activateTitle',
    text: 'users.activateText',
    confirm: 'users.activate',
    done: 'users.activated',
  },
  delete: {
    title: 'users.deleteTitle',
    text: 'users.deleteText',
    confirm: 'common.delete',
    done: 'users.deleted',
  },
};

const ACTIONS: Readonly<Record<Kind, (id: string) => Promise<unknown>>> = {
  deactivate: usersApi.deactivate,
  activate: usersApi.activate,
  delete: usersApi.remove,
};

interface Props {
  readonly kind: Kind;
  readonly user: User;
  readonly onClose: () => void;
}

/** Asks before a user is deactivated, activated or deleted. */
export function UserConfirmDialog({ kind, user, onClose }: Props) {
  const { t } = useT();
  const changed = useUsersChanged();
  const { name } = user;
  const words = WORDS[kind];
  return (
    <ConfirmDialog
      title={t(words.title, { name })}
      text={t(words.text)}
      confirm={t(words.confirm)}
      part={t('part.user')}
      danger={kind !== 'activate'}
      run={async () => {
        await ACTIONS[kind](user.id);
        await changed(t(words.done, { name }));
      }}
      onClose={onClose}
    />
  );
}
