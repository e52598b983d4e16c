import { defineMock } from 'groundwork-e2e/mocks';
import type { paths } from '../../contracts/prescription-service';
import { deskOf, SERVICE } from './desk';
import { profileHandlers } from './profiles';
import { readingHandlers } from './reading';
import { stepHandlers } from './steps';
import { writingHandlers } from './writing';

/** prescription-service with its rules and in memory; stock and notices it asks its peers for, as ever. */
export default defineMock<paths>({
  service: SERVICE,
  beyond: ['* /*'],
  create: (kit) => {
    const desk = deskOf(kit);
    return [
      ...profileHandlers(desk),
      ...writingHandlers(desk),
      ...readingHandlers(desk),
      ...stepHandlers(desk),
      desk.http.untyped.all('/*', desk.nothingElse),
    ];
  },
});
