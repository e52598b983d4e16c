import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { User } from '../../api/types';
import { usersApi } from '../../api/users';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { QueryView } from '../../ui/QueryView';
import { InvitationLinkDialog } from './InvitationLinkDialog';

interface Props {
  readonly user: User;
  readonly onClose: () => void;
}

/** Makes a new invitation link for a user who has not come yet; the old link stops working. */
export function NewLinkDialog({ user, onClose }: Props) {
  const { t } = useT();
  // Every opening makes one link: the id keeps an earlier answer from being shown again.
  const opening = useId();
  const link = useQuery({
    queryKey: ['invitation-link', user.id, opening],
    queryFn: () => usersApi.renewInvitation(user.id),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (link.data) {
    return <InvitationLinkDialog name={user.name} invitation={link.data} onClose={onClose} />;
  }
  return (
    <Dialog title={t('invite.linkTitle', { name: user.name })} onClose={onClose}>
      <QueryView query={link} part={t('part.user')}>
        {() => null}
      </QueryView>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
