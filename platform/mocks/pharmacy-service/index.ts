import { defineMock } from 'groundwork-e2e/mocks';
import type { paths } from '../../contracts/pharmacy-service';
import { changeHandlers } from './changes';
import { deskOf, SERVICE } from './desk';
import { photoHandlers } from './photos';
import { publicHandlers } from './public-page';
import { readingHandlers } from './reading';
import { verificationHandlers } from './verification';

/** pharmacy-service with its rules and in memory; it asks user-service for managers and tells its audit log, as ever. */
export default defineMock<paths>({
  service: SERVICE,
  beyond: ['* /*'],
  create: (kit) => {
    const desk = deskOf(kit);
    return [
      ...publicHandlers(desk),
      ...readingHandlers(desk),
      ...changeHandlers(desk),
      ...photoHandlers(desk),
      ...verificationHandlers(desk),
      desk.http.untyped.all('/*', desk.nothingElse),
    ];
  },
});
