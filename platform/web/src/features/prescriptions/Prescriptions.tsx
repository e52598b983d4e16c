import { Route, Routes } from 'react-router';
import { RequireRight } from '../../session/RequireRight';
import { NotFoundPage } from '../shell/NotFoundPage';
import { NewPrescriptionPage } from './NewPrescriptionPage';
import { PrescriptionPage } from './PrescriptionPage';
import { PrescriptionsPage } from './PrescriptionsPage';

/** The pages of prescriptions; loaded when one of them is opened first. */
export default function Prescriptions() {
  return (
    <Routes>
      <Route element={<RequireRight right="prescriptions" />}>
        <Route index element={<PrescriptionsPage />} />
        <Route path="new" element={<NewPrescriptionPage />} />
        <Route path=":id" element={<PrescriptionPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
