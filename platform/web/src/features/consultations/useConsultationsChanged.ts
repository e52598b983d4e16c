import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../ui/notify';

/** Loads again what shows slots and consultations, and says what was done. */
export function useConsultationsChanged(): (message: string) => void {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return (message) => {
    void queryClient.invalidateQueries({ queryKey: ['consultations'] });
    void queryClient.invalidateQueries({ queryKey: ['slots'] });
    notify(message);
  };
}
