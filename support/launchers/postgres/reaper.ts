import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { staleDataFolders } from './data-folder';

/**
 * Waits until its standard input closes, which happens however its owner ends, then ends the server
 * of the folder, frees the shared memory that a killed server leaves, and removes the folder.
 * The number in `postmaster.pid` counts only if that process still names the folder: a number may
 * have gone to another process since. Without a server in it the folder is just removed.
 */
const script = `
cat >/dev/null
folder=$1
file=$folder/postmaster.pid
if [ -f "$file" ]; then
  { read -r pid; read -r _; read -r _; read -r _; read -r _; read -r _; read -r _ memory _; } <"$file"
  if [ -r "/proc/$pid/cmdline" ]; then args=$(tr '\\0' ' ' <"/proc/$pid/cmdline")
  else args=$(ps -o args= -p "$pid" 2>/dev/null); fi
  case $args in
  *"$folder"*)
    kill -QUIT "$pid"
    tries=0
    while [ -f "$file" ] && [ $tries -lt 120 ] && kill -0 "$pid" 2>/dev/null; do
      sleep 0.05; tries=$((tries + 1))
    done
    [ $tries -lt 120 ] || kill -KILL "$pid"
    ;;
  esac
  if [ -f "$file" ] && [ -n "$memory" ]; then ipcrm -m "$memory" 2>/dev/null; fi
fi
tries=0
until rm -rf "$folder" 2>/dev/null || [ $tries -ge 20 ]; do sleep 0.1; tries=$((tries + 1)); done
`;

function startReaper(folder: string, stdin: 'pipe' | 'ignore'): ChildProcess | undefined {
  if (process.platform === 'win32') {
    // There Node's own job object ends the server together with this process.
    return undefined;
  }
  // A group of its own: whoever kills the whole group of this program must not stop the tidying.
  const reaper = spawn('/bin/sh', ['-c', script, 'groundwork-postgres-reaper', folder], {
    detached: true,
    stdio: [stdin, 'ignore', 'ignore'],
    cwd: '/',
  });
  reaper.on('error', (error) => {
    console.error(`Nothing will remove ${folder} if this process is killed: ${error.message}`);
  });
  reaper.unref();
  return reaper;
}

/** Sees to it that the server and its folder go when this process is killed; keep what it returns. */
export function reapAfterThisProcess(folder: string): ChildProcess | undefined {
  return startReaper(folder, 'pipe');
}

/** Tidies up after earlier owners that were killed, without waiting for it. */
export function reapStaleFolders(): void {
  for (const folder of staleDataFolders()) {
    startReaper(folder, 'ignore');
  }
}
