import { readFileSync } from 'node:fs';

/** An ordinary user of this machine that PostgreSQL may run as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const candidates = ['nobody', 'postgres'] as const;

/** The first ordinary user in a passwd file's text that PostgreSQL may run as. */
export function pickAccount(passwd: string): Account | undefined {
  const accounts = passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    const isComplete = name !== undefined && /^-?\d+$/.test(uid ?? '') && /^-?\d+$/.test(gid ?? '');
    // macOS writes the id of nobody as a negative number; system calls want it unsigned.
    return isComplete ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : [];
  });
  return candidates
    .map((name) => accounts.find((account) => account.name === name && account.uid !== 0))
    .find((account) => account !== undefined);
}

/** The account to change to: none unless this process runs as root, which PostgreSQL refuses. */
export function accountForServer(): Account | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const account = pickAccount(readFileSync('/etc/passwd', 'utf8'));
  if (account === undefined) {
    throw new Error(
      `PostgreSQL refuses to run as root, and /etc/passwd has none of the users ${candidates.join(', ')} ` +
        'to run it as. Add one (useradd --system postgres), or run the tests as an ordinary user.',
    );
  }
  return account;
}

/** Gives root up for good: from here on this process and its children are the ordinary user. */
export function becomeAccount(account: Account): void {
  // The folder this was started in (under /root, say) may be closed to the new user.
  process.chdir('/');
  process.setgroups?.([account.gid]);
  process.setgid?.(account.gid);
  process.setuid?.(account.uid);
}
