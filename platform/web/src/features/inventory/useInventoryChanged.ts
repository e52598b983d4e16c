import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../ui/notify';

/** Loads again what shows stock, and says what was done. */
export function useInventoryChanged(): (message: string) => void {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return (message) => {
    void queryClient.invalidateQueries({ queryKey: ['inventory'] });
    notify(message);
  };
}
