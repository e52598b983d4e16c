import type { User } from '../../api/types';
import { EditUserDialog } from './EditUserDialog';
import { InviteDialog } from './InviteDialog';
import { NewLinkDialog } from './NewLinkDialog';
import { PermissionsDialog } from './PermissionsDialog';
import { UserConfirmDialog } from './UserConfirmDialog';

/** What is being done on the users page. */
export type UserTask =
  | { readonly kind: 'invite' }
  | {
      readonly kind: 'edit' | 'permissions' | 'link' | 'deactivate' | 'activate' | 'delete';
      readonly user: User;
    };

interface Props {
  readonly task: UserTask;
  readonly onClose: () => void;
}

/** The dialog that belongs to a task. */
export function UserDialogs({ task, onClose }: Props) {
  switch (task.kind) {
    case 'invite':
      return <InviteDialog onClose={onClose} />;
    case 'edit':
      return <EditUserDialog user={task.user} onClose={onClose} />;
    case 'permissions':
      return <PermissionsDialog user={task.user} onClose={onClose} />;
    case 'link':
      return <NewLinkDialog user={task.user} onClose={onClose} />;
    default:
      return <UserConfirmDialog kind={task.kind} user={task.user} onClose={onClose} />;
  }
}
