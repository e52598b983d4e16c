import { useQueryClient } from '@tanstack/react-query';
import type { Prescription } from '../../api/prescriptions';
import { useNotify } from '../../ui/notify';

/** Shows a changed prescription, loads again what else depends on it, and says what was done. */
export function usePrescriptionChanged(): (message: string, changed?: Prescription) => void {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return (message, changed) => {
    // At once, so that nobody goes on from what was there before.
    if (changed) queryClient.setQueryData(['prescriptions', changed.id], changed);
    void queryClient.invalidateQueries({ queryKey: ['prescriptions'] });
    void queryClient.invalidateQueries({ queryKey: ['inventory'] });
    notify(message);
  };
}
