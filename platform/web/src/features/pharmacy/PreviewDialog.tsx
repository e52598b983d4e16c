import type { Location } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { PhotoImage } from './photos/PhotoImage';
import { Sheet } from './public/Sheet';

interface Props {
  readonly location: Location;
  readonly onClose: () => void;
}

/** Shows a location as everybody sees it, or will once it is published. */
export function PreviewDialog({ location, onClose }: Props) {
  const { t } = useT();
  const title = t('publicPage.previewTitle', { name: location.name });
  return (
    <Dialog wide title={title} onClose={onClose}>
      {/* It takes the focus, so that the keyboard scrolls it and the dialog opens at its beginning. */}
      <div className="preview" role="group" aria-label={title} tabIndex={0}>
        <Sheet
          pharmacy={location}
          verified={location.verification.state === 'verified'}
          heading="h3"
          photo={(photo) => <PhotoImage locationId={location.id} photo={photo} />}
        />
      </div>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
    </Dialog>
  );
}
