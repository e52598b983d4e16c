import { Outlet, Route, Routes } from 'react-router';
import { RequireRight } from '../../session/RequireRight';
import { NotFoundPage } from '../shell/NotFoundPage';
import { AlertsPage } from './AlertsPage';
import { InventoryNavigation } from './InventoryNavigation';
import { ItemPage } from './ItemPage';
import { ItemsPage } from './ItemsPage';
import { ReorderPage } from './ReorderPage';
import { ReportsPage } from './ReportsPage';

/** The pages of the inventory; loaded when one of them is opened first. */
export default function Inventory() {
  return (
    <Routes>
      <Route element={<RequireRight right="inventory" />}>
        <Route element={<Frame />}>
          <Route index element={<ItemsPage />} />
          <Route path="items/:id" element={<ItemPage />} />
          <Route path="alerts" element={<AlertsPage />} />
          <Route path="reorder" element={<ReorderPage />} />
          <Route element={<RequireRight right="reports" />}>
            <Route path="reports" element={<ReportsPage />} />
          </Route>
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

function Frame() {
  return (
    <>
      <InventoryNavigation />
      <Outlet />
    </>
  );
}
