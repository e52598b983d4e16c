import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { InvitationPage } from './features/auth/InvitationPage';
import { RegisterPage } from './features/auth/RegisterPage';
import { SignInPage } from './features/auth/SignInPage';
import { DashboardPage } from './features/dashboard/DashboardPage';
import { NotFoundPage } from './features/shell/NotFoundPage';
import { Shell } from './features/shell/Shell';
import { OnlySignedOut } from './session/OnlySignedOut';
import { RequireSession } from './session/RequireSession';
import { SessionEffects } from './session/SessionEffects';

const Consultations = lazy(() => import('./features/consultations/Consultations'));
const Inventory = lazy(() => import('./features/inventory/Inventory'));
const Messages = lazy(() => import('./features/messages/Messages'));
const MasterAccount = lazy(() => import('./features/MasterAccount'));
const Pharmacy = lazy(() => import('./features/pharmacy/Pharmacy'));
const Prescriptions = lazy(() => import('./features/prescriptions/Prescriptions'));
const PublicPage = lazy(() => import('./features/pharmacy/public/PublicPage'));
const MfaSetupPage = lazy(() => import('./features/security/MfaSetupPage'));

/** Every page of the app and who may see it. */
export function App() {
  return (
    <Suspense fallback={null}>
      <SessionEffects />
      <Routes>
        <Route index element={<Navigate to="/dashboard" replace />} />
        <Route element={<OnlySignedOut />}>
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="register" element={<RegisterPage />} />
        </Route>
        <Route path="invitation/:token" element={<InvitationPage />} />
        <Route path="p/:slug" element={<PublicPage />} />
        <Route element={<RequireSession />}>
          <Route path="mfa-setup" element={<MfaSetupPage />} />
          <Route element={<Shell />}>
            <Route path="dashboard" element={<DashboardPage />} />
            <Route path="prescriptions/*" element={<Prescriptions />} />
            <Route path="consultations/*" element={<Consultations />} />
            <Route path="inventory/*" element={<Inventory />} />
            <Route path="messages/*" element={<Messages />} />
            <Route path="pharmacy/*" element={<Pharmacy />} />
            <Route path="master-account/*" element={<MasterAccount />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Route>
      </Routes>
    </Suspense>
  );
}
