import { useQueryClient } from '@tanstack/react-query';
import { locationsApi, type Location } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotify } from '../../ui/notify';

interface Props {
  readonly location: Location;
  readonly onClose: () => void;
}

/** Asks before a location is deleted. */
export function DeleteLocationDialog({ location, onClose }: Props) {
  const { t } = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const { name } = location;
  return (
    <ConfirmDialog
      title={t('locations.deleteTitle', { name })}
      text={t('locations.deleteText')}
      confirm={t('common.delete')}
      part={t('part.locations')}
      danger
      run={async () => {
        await locationsApi.remove(location.id);
        void queryClient.invalidateQueries({ queryKey: ['locations'] });
        notify(t('locations.deleted', { name }));
      }}
      onClose={onClose}
    />
  );
}
