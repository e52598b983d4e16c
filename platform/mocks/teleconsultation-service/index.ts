import { defineMock } from 'groundwork-e2e/mocks';
import type { paths } from '../../contracts/teleconsultation-service';
import { consultationHandlers } from './consultations';
import { deskOf, SERVICE } from './desk';
import { roomHandlers } from './room';
import { slotHandlers } from './slots';
import { stepHandlers } from './steps';

/** teleconsultation-service with its rules and in memory; prescriptions and notices it asks its peers for, as ever. */
export default defineMock<paths>({
  service: SERVICE,
  beyond: ['* /*'],
  create: (kit) => {
    const desk = deskOf(kit);
    return [
      ...slotHandlers(desk),
      ...consultationHandlers(desk),
      ...stepHandlers(desk),
      ...roomHandlers(desk),
      desk.http.untyped.all('/*', desk.nothingElse),
    ];
  },
});
