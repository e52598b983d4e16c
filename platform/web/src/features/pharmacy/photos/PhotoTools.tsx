import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type MouseEvent, type RefObject } from 'react';
import { locationsApi, type Location, type Photo } from '../../../api/locations';
import { useT } from '../../../i18n/useT';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { Failure } from '../../../ui/Failure';
import { usePharmacyChanged } from '../usePharmacyChanged';
import { CaptionDialog } from './CaptionDialog';

interface Props {
  readonly location: Location;
  readonly photo: Photo;
  /** Where it stands; 0 is the first. */
  readonly place: number;
}

function useMove({ location, photo }: Props) {
  const { t } = useT();
  const changed = usePharmacyChanged(location.id);
  return useMutation({
    mutationFn: (position: number) => locationsApi.changePhoto(location.id, photo.id, { position }),
    onSuccess: (saved, position) =>
      changed(saved, t('photos.moved', { place: position + 1, count: saved.photos.length })),
  });
}

/** Keeps the focus on the button that moved a photo, or on its neighbour once that is as far as it goes. */
function useFocusAfterMove(place: number): RefObject<HTMLButtonElement | null> {
  const pressed = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const button = pressed.current;
    pressed.current = null;
    const other = button?.nextElementSibling ?? null;
    const back = button?.previousElementSibling ?? null;
    const target = button?.disabled ? (back ?? other) : button;
    if (target instanceof HTMLElement) target.focus();
  }, [place]);
  return pressed;
}

/** What can be done with a photo. */
export function PhotoTools(props: Props) {
  const { t } = useT();
  const { location, photo, place } = props;
  const [asking, setAsking] = useState<'caption' | 'delete'>();
  const move = useMove(props);
  const pressed = useFocusAfterMove(place);
  const moveTo = (position: number) => !move.isPending && move.mutate(position);
  const press = (event: MouseEvent<HTMLButtonElement>, position: number) => {
    pressed.current = event.currentTarget;
    moveTo(position);
  };
  const close = () => setAsking(undefined);
  const name = <span className="sr-only"> {t('photos.number', { number: place + 1 })}</span>;
  const last = location.photos.length - 1;
  return (
    <>
      <div className="row-actions">
        <button type="button" className="small" disabled={place === 0} onClick={(event) => press(event, place - 1)}>
          {t('photos.earlier')}
          {name}
        </button>
        <button type="button" className="small" disabled={place === last} onClick={(event) => press(event, place + 1)}>
          {t('photos.later')}
          {name}
        </button>
        <button type="button" className="small" onClick={() => setAsking('caption')}>
          {t('photos.editCaption')}
          {name}
        </button>
        <button type="button" className="small" onClick={() => setAsking('delete')}>
          {t('common.delete')}
          {name}
        </button>
      </div>
      {move.error && (
        <Failure
          error={move.error}
          part={t('part.pharmacy')}
          onRetry={() => move.variables !== undefined && moveTo(move.variables)}
        />
      )}
      {asking === 'caption' && <CaptionDialog location={location} photo={photo} onClose={close} />}
      {asking === 'delete' && <DeleteDialog {...props} onClose={close} />}
    </>
  );
}

function DeleteDialog({ location, photo, place, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useT();
  const changed = usePharmacyChanged(location.id);
  return (
    <ConfirmDialog
      title={t('photos.deleteTitle', { number: place + 1 })}
      text={t('photos.deleteText')}
      confirm={t('common.delete')}
      part={t('part.pharmacy')}
      danger
      run={async () => {
        await locationsApi.removePhoto(location.id, photo.id);
        const others = (all: Location['photos']) => all.filter((each) => each.id !== photo.id);
        changed((shown) => ({ ...shown, photos: others(shown.photos) }), t('photos.deleted'));
      }}
      onClose={onClose}
    />
  );
}
