import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../ui/notify';

/**
 * Loads again what shows users, and says what was done. A dialog waits for it before it closes: the
 * next one would otherwise open with the values of before.
 */
export function useUsersChanged(): (message: string) => Promise<void> {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return async (message) => {
    void queryClient.invalidateQueries({ queryKey: ['audit'] });
    await queryClient.invalidateQueries({ queryKey: ['users'] });
    notify(message);
  };
}
