import { useQuery } from '@tanstack/react-query';
import { authApi } from '../../api/auth';

/** The password policy of the platform. */
export function usePasswordPolicy() {
  return useQuery({
    queryKey: ['password-policy'],
    queryFn: authApi.passwordPolicy,
    staleTime: Infinity,
  });
}
