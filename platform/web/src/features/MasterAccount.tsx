import { Navigate, Route, Routes } from 'react-router';
import { RequireRight } from '../session/RequireRight';
import { hasRight, useMe } from '../session/useSession';
import { AuditLogPage } from './audit/AuditLogPage';
import { LocationsPage } from './locations/LocationsPage';
import { SecurityPage } from './security/SecurityPage';
import { SessionsPage } from './sessions/SessionsPage';
import { SettingsPage } from './settings/SettingsPage';
import { NotFoundPage } from './shell/NotFoundPage';
import { UsersPage } from './users/UsersPage';

/** The pages of the master account; loaded when one of them is opened first. */
export default function MasterAccount() {
  const first = hasRight(useMe(), 'users') ? 'users' : 'locations';
  return (
    <Routes>
      <Route index element={<Navigate to={first} replace />} />
      <Route element={<RequireRight right="users" />}>
        <Route path="users" element={<UsersPage />} />
        <Route path="audit-log" element={<AuditLogPage />} />
      </Route>
      <Route path="locations" element={<LocationsPage />} />
      <Route path="security" element={<SecurityPage />} />
      <Route path="sessions" element={<SessionsPage />} />
      <Route path="settings" element={<SettingsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
