import type { Location } from '../../api/locations';
import { hasRight, useMe } from '../../session/useSession';
import { HolidaysSection } from './HolidaysSection';
import { HoursSection } from './HoursSection';
import { PhotosSection } from './photos/PhotosSection';
import { ProfileSection } from './ProfileSection';
import { PublicSection } from './PublicSection';
import { VerificationSection } from './VerificationSection';
import { ZonesSection } from './ZonesSection';

/** What every part of the page is told. */
export interface SectionProps {
  readonly location: Location;
  /** Whether the user may change it; others read. */
  readonly mayEdit: boolean;
}

/** All parts of the public page of a location. */
export function Sections({ location }: Pick<SectionProps, 'location'>) {
  const part: SectionProps = { location, mayEdit: hasRight(useMe(), 'users') };
  return (
    <div className="pharmacy">
      <div className="pharmacy-column">
        <ProfileSection {...part} />
        <HoursSection {...part} />
        <HolidaysSection {...part} />
        <ZonesSection {...part} />
        <PhotosSection {...part} />
      </div>
      <div className="pharmacy-column">
        <VerificationSection {...part} />
        <PublicSection {...part} />
      </div>
    </div>
  );
}
