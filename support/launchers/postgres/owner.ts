import { readFileSync, readlinkSync } from 'node:fs';

/** Marks the process that a data folder belongs to; its number alone could be used again. */
export interface Owner {
  readonly pid: number;
  /** Clock ticks from boot to the start of the process; `0` where the system does not tell. */
  readonly startedAt: string;
  /** The process namespace that the number is valid in; `0` where there are none. */
  readonly namespace: string;
}

const prefix = 'groundwork-postgres';

/** Name of the data folder of an owner. */
export function folderNameOf(owner: Owner): string {
  return `${prefix}-${owner.pid}-${owner.startedAt}-${owner.namespace}`;
}

/** The owner that a data folder's name tells; nothing if the name is not one of ours. */
export function ownerOf(folderName: string): Owner | undefined {
  const [, pid, startedAt, namespace] =
    /^groundwork-postgres-(\d+)-(\d+)-(\d+)$/.exec(folderName) ?? [];
  return pid === undefined || startedAt === undefined || namespace === undefined
    ? undefined
    : { pid: Number(pid), startedAt, namespace };
}

/** The start time in the text of `/proc/<pid>/stat`; the program's name in it may hold anything. */
export function startTimeIn(stat: string): string | undefined {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function startTimeOf(pid: number): string | undefined {
  try {
    return startTimeIn(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

function namespaceHere(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}

/** This process as an owner. */
export function thisOwner(): Owner {
  const startedAt = startTimeOf(process.pid) ?? '0';
  return { pid: process.pid, startedAt, namespace: namespaceHere() };
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether an owner is gone for certain, seen from another process of this machine. */
export function isGone(owner: Owner, here: Owner): boolean {
  if (owner.namespace !== here.namespace) {
    return false;
  }
  if (!hasProcess(owner.pid)) {
    return true;
  }
  return owner.startedAt !== '0' && startTimeOf(owner.pid) !== owner.startedAt;
}
