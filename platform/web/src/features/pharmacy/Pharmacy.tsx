import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../shell/NotFoundPage';
import { PharmacyPage } from './PharmacyPage';

/** The pages on which a pharmacy's public page is kept; loaded when one of them is opened first. */
export default function Pharmacy() {
  return (
    <Routes>
      <Route path=":locationId?" element={<PharmacyPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
