import { useId } from 'react';
import { useT } from '../../i18n/useT';
import { signOut } from '../../session/signOut';
import { useMe } from '../../session/useSession';
import { useDisclosure } from '../../ui/useDisclosure';

/** Who is signed in, and the way out. */
export function UserMenu() {
  const { t } = useT();
  const user = useMe();
  const id = useId();
  const { open, setOpen, frame } = useDisclosure();
  return (
    <div className="user-menu" {...frame}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span className="avatar" aria-hidden="true">
          {initials(user.name)}
        </span>
        <span className="sr-only">{t('userMenu.label', { name: user.name })}</span>
        <span className="user-name" aria-hidden="true">
          {user.name}
        </span>
      </button>
      <div id={id} className="popover" hidden={!open}>
        <p className="muted">{t('userMenu.signedInAs')}</p>
        <p>
          <strong>{user.name}</strong>
        </p>
        <p className="muted">
          {user.email} · {t(`role.${user.role}`)}
        </p>
        <button type="button" onClick={() => void signOut()}>
          {t('userMenu.signOut')}
        </button>
      </div>
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}
