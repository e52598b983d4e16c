/** What a CI's file is written for. */
export interface CiSetting {
  readonly shards: number;
  /** Workers of each shard: said, not left to the machine, because the plan depends on them. */
  readonly workers: number;
  /** Container image in which the shards run, where the system asks for one. */
  readonly image: string;
}
