import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../ui/notify';

/** Loads again what shows users, and says what was done. */
export function useUsersChanged(): (message: string) => void {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return (message) => {
    void queryClient.invalidateQueries({ queryKey: ['users'] });
    void queryClient.invalidateQueries({ queryKey: ['audit'] });
    notify(message);
  };
}
