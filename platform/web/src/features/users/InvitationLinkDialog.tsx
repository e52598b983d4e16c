import { useState } from 'react';
import type { Invitation } from '../../api/types';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { FieldFrame } from '../../ui/FieldFrame';
import { useCopy } from '../../ui/useCopy';

interface Props {
  readonly name: string;
  readonly invitation: Invitation;
  readonly onClose: () => void;
}

/** Shows the link that an invited user needs. */
export function InvitationLinkDialog({ name, invitation, onClose }: Props) {
  const { t, dateTime } = useT();
  const copy = useCopy();
  const [copied, setCopied] = useState('');
  const date = dateTime(invitation.expiresAt);
  return (
    <Dialog title={t('invite.linkTitle', { name })} onClose={onClose}>
      <p>{t('invite.linkText', { name, date })}</p>
      <FieldFrame label={t('invite.link')}>
        {(control) => (
          <input
            {...control}
            readOnly
            value={invitation.url}
            onFocus={(event) => event.target.select()}
          />
        )}
      </FieldFrame>
      <p className="muted" aria-live="polite">
        {copied}
      </p>
      <div className="buttons">
        <button type="button" onClick={() => void copy(invitation.url).then(setCopied)}>
          {t('invite.copy')}
        </button>
        <button type="button" className="primary" onClick={onClose}>
          {t('common.done')}
        </button>
      </div>
    </Dialog>
  );
}
