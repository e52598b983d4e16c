import type { ServicePlan, WarmMark } from './stack-plan';

/** Services of a warm stack that are to be started anew, and what the stack is known by afterwards. */
export interface ReplaceRequest {
  readonly services: readonly ServicePlan[];
  readonly fingerprints: WarmMark['fingerprints'];
}

/** One service that is to be stopped, or started again. */
export interface OneService {
  readonly service: string;
}
