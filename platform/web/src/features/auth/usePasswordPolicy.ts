import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { authApi } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { meetsPolicy } from './passwordRules';

const POLICY = queryOptions({
  queryKey: ['password-policy'],
  queryFn: authApi.passwordPolicy,
  staleTime: Infinity,
});

/** The password policy of the platform. */
export function usePasswordPolicy() {
  return useQuery(POLICY);
}

/** Checks a new password; waits for the policy where it is on its way, and is lenient without one. */
export function usePasswordCheck(): (password: string, email: string) => Promise<string | undefined> {
  const { t } = useT();
  const queryClient = useQueryClient();
  return async (password, email) => {
    const policy = await queryClient.ensureQueryData(POLICY).catch(() => undefined);
    return meetsPolicy(policy, password, email) ? undefined : t('invalid.policy');
  };
}
