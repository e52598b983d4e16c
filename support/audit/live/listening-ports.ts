import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENS = '0A';

/** The TCP ports that a process group listens on; `undefined` where the system has no /proc. */
export function listeningPorts(group: number): readonly number[] | undefined {
  const table = ['/proc/net/tcp', '/proc/net/tcp6'].map(read);
  if (table.every((text) => text === undefined)) return undefined;
  const ports = new Map(table.flatMap((text) => portsOf(text ?? '')));
  const inodes = processesOf(group).flatMap(socketsOf);
  return [...new Set(inodes.flatMap((inode) => ports.get(inode) ?? []))].sort((a, b) => a - b);
}

/** Inode of a socket → its port, for those that listen. */
function portsOf(table: string): readonly (readonly [string, number])[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((line): (readonly [string, number])[] => {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      return state === LISTENS ? [[inode, Number.parseInt(local.split(':')[1] ?? '', 16)]] : [];
    });
}

function processesOf(group: number): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : undefined;
    // pid (name) state parent group …; the name may hold spaces and brackets.
    return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[2] === String(group);
  });
}

function socketsOf(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
