import type { Override, Right } from '../../api/types';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';

interface Props {
  readonly right: Right;
  readonly byRole: boolean;
  readonly override: Override | undefined;
  readonly fixed: boolean;
  readonly onOverride: (override: Override | undefined) => void;
}

const CHOICES: readonly { readonly override: Override | undefined; readonly label: MessageKey }[] =
  [
    { override: undefined, label: 'permissions.inherit' },
    { override: 'grant', label: 'permissions.grant' },
    { override: 'deny', label: 'permissions.deny' },
  ];

/** One right: inherit, grant or deny, and what comes out of it. */
export function RightEditor({ right, byRole, override, fixed, onOverride }: Props) {
  const { t } = useT();
  const allowed = override === undefined ? byRole : override === 'grant';
  const source = t(override === undefined ? 'permissions.byRole' : 'permissions.byOverride');
  return (
    <fieldset className="right" role="radiogroup" disabled={fixed}>
      <legend>{t(`right.${right}`)}</legend>
      <div className="choices">
        {CHOICES.map((choice) => (
          <label key={choice.label}>
            <input
              type="radio"
              name={right}
              checked={choice.override === override}
              onChange={() => onOverride(choice.override)}
            />
            {t(choice.label)}
          </label>
        ))}
      </div>
      <p className="effective">
        <Badge tone={allowed ? 'good' : 'neutral'}>
          {t(allowed ? 'permissions.allowed' : 'permissions.notAllowed')}
        </Badge>{' '}
        <span className="muted">{source}</span>
      </p>
    </fieldset>
  );
}
