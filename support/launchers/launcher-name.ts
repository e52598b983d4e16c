/** Every way in which a service can be brought up, in the order in which one is taken unasked. */
export const LAUNCHERS = ['process', 'container', 'attached', 'mock'] as const;

/** How a service is brought up. */
export type LauncherName = (typeof LAUNCHERS)[number];
