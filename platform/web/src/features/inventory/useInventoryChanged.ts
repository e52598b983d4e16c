import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../ui/notify';

/** Loads again what shows stock, and says what was done: resolved, the page shows the new state. */
export function useInventoryChanged(): (message: string) => Promise<void> {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return async (message) => {
    await queryClient.invalidateQueries({ queryKey: ['inventory'] });
    notify(message);
  };
}
