import { Route, Routes } from 'react-router';
import { RequireRight } from '../../session/RequireRight';
import { NotFoundPage } from '../shell/NotFoundPage';
import { ConsultationsPage } from './ConsultationsPage';
import { ConsultationPage } from './room/ConsultationPage';

/** The pages of the teleconsultations; loaded when one of them is opened first. */
export default function Consultations() {
  return (
    <Routes>
      <Route element={<RequireRight right="consultations" />}>
        <Route index element={<ConsultationsPage />} />
        <Route path=":id" element={<ConsultationPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
