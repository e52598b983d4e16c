import { useT } from '../../i18n/useT';
import { QueryView } from '../../ui/QueryView';
import { ruleState } from './passwordRules';
import { usePasswordPolicy } from './usePasswordPolicy';

interface Props {
  readonly password: string;
  readonly email: string;
}

const MARKS = { met: '✓', open: '○', later: '·' } as const;

/** The rules of the policy, each with whether the password typed so far meets it. */
export function PasswordRules({ password, email }: Props) {
  const { t, tOr } = useT();
  const policy = usePasswordPolicy();
  return (
    <QueryView query={policy} part={t('part.passwordPolicy')}>
      {({ minLength, rules }) => (
        <div className="password-rules">
          <p>{t('policy.title')}</p>
          <ul>
            {rules.map(({ id, text }) => {
              const state = ruleState(id, password, { email, minLength });
              return (
                <li key={id} className={state}>
                  <span aria-hidden="true">{MARKS[state]}</span>{' '}
                  {tOr(`policy.${id}`, text, { minLength })}
                  <span className="sr-only"> ({t(`policy.${state}`)})</span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </QueryView>
  );
}
