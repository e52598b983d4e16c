import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../ui/notify';

/** Loads again what shows prescriptions and stock, and says what was done. */
export function usePrescriptionChanged(): (message: string) => void {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return (message) => {
    void queryClient.invalidateQueries({ queryKey: ['prescriptions'] });
    void queryClient.invalidateQueries({ queryKey: ['inventory'] });
    notify(message);
  };
}
