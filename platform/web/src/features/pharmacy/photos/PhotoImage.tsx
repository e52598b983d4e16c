import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { locationsApi, type Photo } from '../../../api/locations';
import { useT } from '../../../i18n/useT';
import { QueryView } from '../../../ui/QueryView';

interface Props {
  readonly locationId: string;
  readonly photo: Photo;
}

/** A photo that is fetched as the user; an image's address could not send the token. */
export function PhotoImage({ locationId, photo }: Props) {
  const { t } = useT();
  const query = useQuery({
    queryKey: ['photo', photo.id],
    queryFn: () => locationsApi.photo(locationId, photo.id),
    // The content of a photo never changes.
    staleTime: Infinity,
  });
  return (
    <QueryView query={query} part={t('part.photo')}>
      {(content) => <Picture content={content} alt={photo.caption || t('photos.unnamed')} />}
    </QueryView>
  );
}

function Picture({ content, alt }: { readonly content: Blob; readonly alt: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return url === undefined ? null : <img src={url} alt={alt} />;
}
