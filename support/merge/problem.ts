/** What can be wrong with what shards have left. */
export type ProblemKind = 'missing' | 'twice' | 'cut' | 'foreign' | 'damaged' | 'lost' | 'unwritten';

/** One thing for which a merged run is not whole. */
export interface MergeProblem {
  readonly kind: ProblemKind;
  readonly shard?: number;
  /** One line: what, where, and what is left of it. */
  readonly message: string;
}
