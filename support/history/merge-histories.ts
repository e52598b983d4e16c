import { KEPT_RUNS, type History, type HistoryEntry } from './history';

/** Three versions of one history. */
export interface HistoryVersions {
  /** What both sides started from. */
  readonly base: History;
  readonly ours: History;
  readonly theirs: History;
}

/**
 * Joins what two branches have learned. Of a test that both have run, the last runs of both are kept; a
 * test that one of them has dropped is gone, unless the other has run it since. Which side is whose makes
 * no difference.
 */
export function mergeHistories({ base, ours, theirs }: HistoryVersions): History {
  const ids = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  const merged = [...ids].flatMap((id) => {
    const entry = mergeEntry(base[id], ours[id], theirs[id]);
    return entry ? [[id, entry] as const] : [];
  });
  return Object.fromEntries(merged);
}

function mergeEntry(base?: HistoryEntry, ours?: HistoryEntry, theirs?: HistoryEntry): HistoryEntry | undefined {
  if (isSame(ours, theirs) || isSame(theirs, base)) return ours;
  if (isSame(ours, base)) return theirs;
  if (!ours || !theirs) return ours ?? theirs;
  // Both have changed it; nobody knows who was last, so the order is that of the texts.
  const [one, other] = textOf(ours) < textOf(theirs) ? [ours, theirs] : [theirs, ours];
  return {
    ...one,
    ...other,
    durations: joined(base?.durations, one.durations, other.durations),
    verdicts: joined(base?.verdicts, one.verdicts, other.verdicts),
    needs: [...new Set([...one.needs, ...other.needs])].sort(),
  };
}

/** What both have, then what each has added. */
function joined<T>(base: readonly T[] = [], one: readonly T[], other: readonly T[]): T[] {
  return [...one, ...added(base, other)].slice(-KEPT_RUNS);
}

/** The end of a list that keeps its last items: what stands behind the longest end of the old one. */
function added<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  for (let from = 0; from <= before.length; from += 1) {
    const rest = before.slice(from);
    if (rest.every((value, index) => now[index] === value)) return now.slice(rest.length);
  }
  return now;
}

function isSame(one: HistoryEntry | undefined, other: HistoryEntry | undefined): boolean {
  return textOf(one) === textOf(other);
}

function textOf(entry: HistoryEntry | undefined): string {
  return JSON.stringify(entry) ?? '';
}
