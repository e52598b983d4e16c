import { Route, Routes } from 'react-router';
import { RequireRight } from '../../session/RequireRight';
import { MessagesPage } from './MessagesPage';

/** The pages of messages; loaded when one of them is opened first. */
export default function Messages() {
  return (
    <Routes>
      <Route element={<RequireRight right="messages" />}>
        <Route path=":id?" element={<MessagesPage />} />
      </Route>
    </Routes>
  );
}
