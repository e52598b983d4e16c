import { useState } from 'react';
import { locationsApi, type Location } from '../../../api/locations';
import { useT } from '../../../i18n/useT';
import { FieldFrame } from '../../../ui/FieldFrame';
import { TextField } from '../../../ui/TextField';
import { useForm } from '../../../ui/useForm';
import { SectionForm } from '../SectionForm';
import { usePharmacyChanged } from '../usePharmacyChanged';

const LIMIT = 2 * 1024 * 1024;

interface Props {
  readonly location: Location;
}

function usePhotoForm({ id }: Location, onAdded: () => void) {
  const { t } = useT();
  const changed = usePharmacyChanged(id);
  const [file, setFile] = useState<File>();
  const fileError = (): Readonly<Record<string, string>> => {
    if (file === undefined) return { file: t('photos.invalid.none') };
    return file.size > LIMIT ? { file: t('photos.invalid.tooLarge') } : {};
  };
  const form = useForm({
    initial: { file: '', caption: '' },
    validate: fileError,
    submit: async ({ caption }) => {
      const body = new FormData();
      if (file) body.set('file', file);
      body.set('caption', caption.trim());
      const photo = await locationsApi.addPhoto(id, body);
      changed((shown) => ({ ...shown, photos: [...shown.photos, photo] }), t('photos.added'));
      onAdded();
    },
  });
  return { form, setFile };
}

/** Adds a photo; starts anew after each, for the next one. */
export function AddPhotoForm({ location }: Props) {
  const [round, setRound] = useState(0);
  return <Fields key={round} location={location} onAdded={() => setRound(round + 1)} />;
}

function Fields({ location, onAdded }: Props & { readonly onAdded: () => void }) {
  const { t } = useT();
  const { form, setFile } = usePhotoForm(location, onAdded);
  return (
    <SectionForm form={form} submit={t('photos.add')}>
      <div className="columns">
        <FieldFrame label={t('photos.file')} hint={t('photos.hint')} error={form.field('file').error}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept="image/png,image/jpeg,image/webp"
              onChange={(event) => setFile(event.target.files?.[0])}
            />
          )}
        </FieldFrame>
        <TextField
          {...form.field('caption')}
          label={t('common.optional', { label: t('photos.caption') })}
          hint={t('photos.captionHint')}
          autoComplete="off"
          maxLength={200}
        />
      </div>
    </SectionForm>
  );
}
