import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { MessagesLink } from '../messages/MessagesLink';
import { NotificationBell } from '../messages/NotificationBell';
import { Brand } from './Brand';
import { Drawer } from './Drawer';
import { LanguageSwitch } from './LanguageSwitch';
import { UserMenu } from './UserMenu';

/** The bar at the top: account, language and user; on a phone also the menu. */
export function Header() {
  const { t } = useT();
  const { account } = useMe();
  const { pathname } = useLocation();
  // The menu belongs to the page on which it was opened, so that going back closes it as well.
  const [openOn, setOpenOn] = useState<string>();
  const open = openOn === pathname;
  return (
    <header className="app-header">
      <button
        type="button"
        className="menu-button"
        aria-expanded={open}
        onClick={() => setOpenOn(pathname)}
      >
        {t('nav.menu')}
      </button>
      <Link to="/dashboard" className="brand-link">
        <Brand />
      </Link>
      <p className="account-name">{account.name}</p>
      <MessagesLink />
      <NotificationBell />
      <LanguageSwitch />
      <UserMenu />
      {open && <Drawer onClose={() => setOpenOn(undefined)} />}
    </header>
  );
}
