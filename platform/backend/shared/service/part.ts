/** What is known of a part of a service. */
export type PartState =
  | { readonly status: 'ready' }
  | { readonly status: 'down'; readonly reason: string };

/** Something a service cannot work without, such as its database. */
export interface Part {
  /** Makes it ready, however long that takes; a rejection is final and ends the service. */
  start(): Promise<void>;
  /** Why the service should not even try, or nothing. */
  blocked(): string | undefined;
  /** Really asks. */
  check(): Promise<PartState>;
  close(): Promise<void>;
}

/** The parts of a service by name. */
export type Parts = Readonly<Record<string, Part>>;
