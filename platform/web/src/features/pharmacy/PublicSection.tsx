import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { locationsApi, type Location } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Failure } from '../../ui/Failure';
import { useCopy } from '../../ui/useCopy';
import { PreviewDialog } from './PreviewDialog';
import { Section } from './Section';
import type { SectionProps } from './Sections';
import { usePharmacyChanged } from './usePharmacyChanged';

/** Whether everybody can see the pharmacy, where, and what they see. */
export function PublicSection({ location, mayEdit }: SectionProps) {
  const { t } = useT();
  const [previewing, setPreviewing] = useState(false);
  const published = location.status === 'published';
  const badge = (
    <Badge tone={published ? 'good' : 'neutral'}>{t(`locations.status.${location.status}`)}</Badge>
  );
  return (
    <Section title={t('publicPage.title')} badge={badge}>
      {published ? <PublicLink location={location} /> : <p>{t('publicPage.draft')}</p>}
      {mayEdit && !published && location.openingHours.length === 0 && (
        <p className="hint">{t('publicPage.needsHours')}</p>
      )}
      <div className="buttons">
        <button type="button" onClick={() => setPreviewing(true)}>
          {t('publicPage.preview')}
        </button>
        {mayEdit && published && <UnpublishButton location={location} />}
        {mayEdit && !published && <PublishButton location={location} />}
      </div>
      {previewing && <PreviewDialog location={location} onClose={() => setPreviewing(false)} />}
    </Section>
  );
}

interface Props {
  readonly location: Location;
}

function PublicLink({ location: { slug } }: Props) {
  const { t } = useT();
  const copy = useCopy();
  const path = `/p/${slug}`;
  const address = `${window.location.origin}${path}`;
  return (
    <>
      <p>{t('publicPage.published')}</p>
      <p className="pharmacy-text">
        <Link to={path}>{t('publicPage.open')}</Link>
        <span className="row-detail">{address}</span>
      </p>
      <div className="buttons">
        <button type="button" className="small" onClick={() => void copy(address)}>
          {t('publicPage.copy')}
        </button>
      </div>
    </>
  );
}

function PublishButton({ location: { id, name } }: Props) {
  const { t } = useT();
  const changed = usePharmacyChanged(id);
  const publishing = useMutation({
    mutationFn: () => locationsApi.change(id, { status: 'published' }),
    onSuccess: (saved) => changed(saved, t('publicPage.done', { name })),
  });
  const publish = () => !publishing.isPending && publishing.mutate();
  return (
    <>
      <button type="button" className="primary" aria-disabled={publishing.isPending} onClick={publish}>
        {t('publicPage.publish')}
      </button>
      {publishing.error && (
        <Failure error={publishing.error} part={t('part.pharmacy')} onRetry={publish} />
      )}
    </>
  );
}

function UnpublishButton({ location: { id, name } }: Props) {
  const { t } = useT();
  const changed = usePharmacyChanged(id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {t('publicPage.unpublish')}
      </button>
      {asking && (
        <ConfirmDialog
          title={t('publicPage.unpublishTitle', { name })}
          text={t('publicPage.unpublishText')}
          confirm={t('publicPage.unpublish')}
          part={t('part.pharmacy')}
          danger
          run={async () => {
            changed(await locationsApi.change(id, { status: 'draft' }), t('publicPage.undone', { name }));
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
