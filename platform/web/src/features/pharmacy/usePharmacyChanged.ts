import { useQueryClient } from '@tanstack/react-query';
import type { Location } from '../../api/locations';
import { useNotify } from '../../ui/notify';

/** A location as it is now, or how it comes about from what is shown. */
type Change = Location | ((shown: Location) => Location);

/** Shows a changed location at once, has the lists it stands in load again, and says what was done. */
export function usePharmacyChanged(id: string): (change: Change, message: string) => void {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return (change, message) => {
    queryClient.setQueryData<Location>(['location', id], (shown) =>
      typeof change === 'function' ? shown && change(shown) : change,
    );
    void queryClient.invalidateQueries({ queryKey: ['locations'] });
    notify(message);
  };
}
