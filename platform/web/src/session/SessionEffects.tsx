import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { showLanguage } from '../i18n';
import { preferredLanguage } from '../i18n/language';
import { useSession } from './useSession';

/** Keeps what depends on the signed-in user in step: cached data and the language. */
export function SessionEffects() {
  const userId = useSession().session?.user.id;
  const queryClient = useQueryClient();
  const before = useRef(userId);
  useEffect(() => {
    if (before.current === userId) return;
    // Nobody may see what was loaded for somebody else.
    if (before.current !== undefined) queryClient.clear();
    before.current = userId;
    void showLanguage(preferredLanguage());
  }, [userId, queryClient]);
  return null;
}
