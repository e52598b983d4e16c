import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { prescriptionsApi, type Person } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { QueryView } from '../../ui/QueryView';
import { AllergiesDialog } from './AllergiesDialog';
import { mayWrite } from './may';
import { Section } from './Section';

/** What the patient must not get. */
export function AllergiesSection({ patient }: { readonly patient: Person }) {
  const { t } = useT();
  const { role } = useMe();
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: ['prescriptions', 'profile', patient.id],
    queryFn: () => prescriptionsApi.profile(patient.id),
  });
  return (
    <Section title={t('prescriptions.allergies')}>
      <QueryView query={query} part={t('part.allergies')}>
        {({ allergies }) => (
          <>
            {allergies.length === 0 ? (
              <p className="muted">{t('prescriptions.noAllergies')}</p>
            ) : (
              <ul className="allergies">
                {allergies.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            )}
            {mayWrite(role) && (
              <div className="buttons">
                <button type="button" onClick={() => setEditing(true)}>
                  {t('prescriptions.editAllergies')}
                </button>
              </div>
            )}
            {editing && (
              <AllergiesDialog
                patient={patient}
                allergies={allergies}
                onClose={() => setEditing(false)}
              />
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
