import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Outlet } from 'react-router';
import { authApi } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { keepUser } from '../../session/store';
import { NotifierProvider, StatusRegion } from '../../ui/notify';
import { useLiveEvents } from '../messages/live/useLiveEvents';
import { Header } from './Header';
import { Navigation } from './Navigation';

/** The frame around every page of a signed-in user. */
export function Shell() {
  const { t } = useT();
  useFreshUser();
  useLiveEvents();
  return (
    <NotifierProvider>
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <div className="frame">
        <div className="sidebar">
          <Navigation />
        </div>
        <main id="content" tabIndex={-1}>
          <StatusRegion />
          <Suspense fallback={<p className="loading">{t('common.loading')}</p>}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </NotifierProvider>
  );
}

/** Rights may have changed since sign-in; without an answer the known ones are shown. */
function useFreshUser(): void {
  const { data } = useQuery({ queryKey: ['me'], queryFn: authApi.me, staleTime: Infinity });
  useEffect(() => {
    if (data) keepUser(data);
  }, [data]);
}
