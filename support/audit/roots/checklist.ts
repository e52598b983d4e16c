import type { Defect, Mark } from '../model/defect';
import { AREAS, type Area } from '../model/kinds';
import { worse } from './fold';

/** How every area of a service stands; areas that were not looked at are `ok` for nobody. */
export function checklist(
  service: string,
  defects: readonly Defect[],
  looked: readonly Area[],
): Readonly<Record<Area, Mark>> {
  const own = defects.filter(({ services }) => services.includes(service));
  const marks = AREAS.map((area): [Area, Mark] => {
    const found = own.filter((one) => one.area === area).map(({ severity }) => severity);
    const [first, ...others] = found;
    if (first === undefined) return [area, looked.includes(area) ? 'ok' : 'not-looked'];
    return [area, others.reduce(worse, first)];
  });
  return Object.fromEntries(marks) as Record<Area, Mark>; // every area stands in AREAS
}
