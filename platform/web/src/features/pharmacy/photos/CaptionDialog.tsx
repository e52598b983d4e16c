import { locationsApi, type Location, type Photo } from '../../../api/locations';
import { useT } from '../../../i18n/useT';
import { Dialog } from '../../../ui/Dialog';
import { TextField } from '../../../ui/TextField';
import { useForm } from '../../../ui/useForm';
import { Failure } from '../../../ui/Failure';
import { SubmitButton } from '../../../ui/SubmitButton';
import { usePharmacyChanged } from '../usePharmacyChanged';

interface Props {
  readonly location: Location;
  readonly photo: Photo;
  readonly onClose: () => void;
}

/** Changes what is written below a photo, which is also what it is called where it cannot be seen. */
export function CaptionDialog({ location, photo, onClose }: Props) {
  const { t } = useT();
  const changed = usePharmacyChanged(location.id);
  const form = useForm({
    initial: { caption: photo.caption },
    submit: async ({ caption }) => {
      const change = { caption: caption.trim() };
      changed(await locationsApi.changePhoto(location.id, photo.id, change), t('photos.captionSaved'));
      onClose();
    },
  });
  return (
    <Dialog title={t('photos.editCaption')} onClose={onClose}>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.pharmacy')} onRetry={form.submitAgain} />
        )}
        <TextField
          {...form.field('caption')}
          label={t('photos.caption')}
          hint={t('photos.captionHint')}
          autoComplete="off"
          maxLength={200}
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {t('common.save')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
