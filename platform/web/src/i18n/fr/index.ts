import type { Messages } from '../messages';
import { administration } from './administration';
import { auth } from './auth';
import { common } from './common';
import { consultations } from './consultations';
import { inventory } from './inventory';
import { locations } from './locations';
import { messages } from './messages';
import { pharmacy } from './pharmacy';
import { prescriptions } from './prescriptions';
import { security } from './security';
import { shell } from './shell';
import { users } from './users';

/** Every text of the app in French. */
export const fr: Messages = {
  ...common,
  ...auth,
  ...shell,
  ...users,
  ...locations,
  ...inventory,
  ...messages,
  ...pharmacy,
  ...prescriptions,
  ...consultations,
  ...security,
  ...administration,
};
