import { useQuery } from '@tanstack/react-query';
import { prescriptionsApi, type Checks } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { QueryView } from '../../ui/QueryView';
import { isGone } from './isGone';
import { Section } from './Section';

/** What speaks against a prescription, as far as it is known. */
export function useChecks(id: string) {
  return useQuery({
    queryKey: ['prescriptions', id, 'checks'],
    queryFn: () => prescriptionsApi.checks(id),
  });
}

/** The safety check of a prescription. */
export function ChecksSection({ id }: { readonly id: string }) {
  const { t } = useT();
  const query = useChecks(id);
  if (isGone(query.error)) return null;
  return (
    <Section title={t('prescriptions.checks')}>
      <QueryView query={query} part={t('part.checks')}>
        {(checks) => <Findings checks={checks} />}
      </QueryView>
    </Section>
  );
}

/** The findings of a safety check, or that there are none. */
export function Findings({ checks }: { readonly checks: Checks }) {
  const { t } = useT();
  const interactions = checks.interactions.map((each) => ({
    ...each,
    name: each.substances.join(' + '),
  }));
  const allergies = checks.allergies.map((each) => ({ ...each, name: each.substance }));
  if (interactions.length + allergies.length === 0) {
    return <p className="muted">{t('prescriptions.safe')}</p>;
  }
  return (
    <>
      <FindingList title={t('prescriptions.interactions')} findings={interactions} />
      <FindingList title={t('prescriptions.allergyFindings')} findings={allergies} />
    </>
  );
}

interface Finding {
  readonly name: string;
  readonly severity: 'minor' | 'major';
  readonly text: string;
}

interface ListProps {
  readonly title: string;
  readonly findings: readonly Finding[];
}

function FindingList({ title, findings }: ListProps) {
  const { t } = useT();
  if (findings.length === 0) return null;
  return (
    <ul className="findings" aria-label={title}>
      {findings.map(({ name, severity, text }) => (
        <li key={`${name} ${text}`}>
          <p>
            <strong>{name}</strong>{' '}
            <Badge tone={severity === 'major' ? 'bad' : 'warn'}>
              {t(`prescriptions.severity.${severity}`)}
            </Badge>
          </p>
          {/* The service knows these texts in English only. */}
          <p className="muted" lang="en">
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
