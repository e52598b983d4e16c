import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consultationsApi } from '../../api/consultations';

const PAGE_SIZE = 10;

/** The slots that the user may see, from the time at which the page was opened. */
export function useSlots() {
  const [from] = useState(() => new Date().toISOString());
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['slots', from, page],
    queryFn: () => consultationsApi.slots({ from, page, pageSize: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });
  return { query, setPage };
}
