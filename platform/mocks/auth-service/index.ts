import { defineMock } from 'groundwork-e2e/mocks';
import type { paths } from '../../contracts/auth-service';
import { accountHandlers } from './accounts';
import { arrivingHandlers } from './arriving';
import { deskOf, SERVICE } from './desk';
import { insideHandlers } from './inside';
import { mfaHandlers } from './mfa';
import { sessionHandlers } from './sessions';
import { signInHandlers } from './sign-in';

/** auth-service with its rules, real tokens and real codes, in memory. */
export default defineMock<paths>({
  service: SERVICE,
  beyond: ['* /*'],
  create: (kit) => {
    const desk = deskOf(kit);
    return [
      ...arrivingHandlers(desk),
      ...signInHandlers(desk),
      ...sessionHandlers(desk),
      ...mfaHandlers(desk),
      ...insideHandlers(desk),
      ...accountHandlers(desk),
      desk.http.untyped.all('/*', desk.nothingElse),
    ];
  },
});
