import { useMutation, useQueryClient } from '@tanstack/react-query';
import { consultationsApi } from '../../../api/consultations';
import { consultationKey } from './keys';

/** Takes a step of a consultation and shows where it stands then. */
export function useStep(id: string, step: 'consent' | 'join') {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => consultationsApi[step](id),
    onSuccess: (consultation) => {
      queryClient.setQueryData(consultationKey(id), consultation);
    },
    // What stands in the way may be what this page does not know yet.
    onError: () => void queryClient.invalidateQueries({ queryKey: consultationKey(id) }),
  });
}
