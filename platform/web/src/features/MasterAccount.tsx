import { Navigate, Route, Routes } from 'react-router';
import { RequireRight } from '../session/RequireRight';
import { hasRight, useMe } from '../session/useSession';
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
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
