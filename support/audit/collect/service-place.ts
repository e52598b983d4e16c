import path from 'node:path';
import { dependencies } from '../../manifest/dependencies';
import type { PlatformManifest, ServiceManifest } from '../../manifest/schema';
import type { Run, ServicePlace } from '../model/facts';
import { parseCommand } from './parse-command';
import { isFile, isWithin } from './read-text';

const OUTPUT = /^(dist|build|out|compiled|\.output)$/;

/** Where the services of a manifest lie; databases and programs from elsewhere are left out. */
export function placesOf(manifest: PlatformManifest, root: string): readonly ServicePlace[] {
  return Object.entries(manifest.services).flatMap(([name, service]) => {
    const place = placeOf(name, service, root);
    return place && isWithin(place.folder, root) ? [place] : [];
  });
}

function placeOf(name: string, service: ServiceManifest, root: string): ServicePlace | undefined {
  if (service.ready.kind === 'postgres') return undefined;
  const command = service.launch.process?.command;
  const cwd = path.resolve(root, service.launch.process?.cwd ?? '.');
  return {
    name,
    folder: folderOf(cwd, root, command ? parseCommand(command) : { kind: 'other' }),
    cwd,
    command,
    env: { ...service.env, ...service.launch.process?.env },
    port: service.port,
    dependsOn: dependencies(service).map((one) => one.service),
  };
}

/** The folder of a service: where it is started, the folder above its output, or one above its script that looks like one. */
function folderOf(cwd: string, root: string, run: Run): string {
  if (cwd !== root || run.kind !== 'script') return cwd;
  const below = path.relative(root, path.resolve(cwd, run.script)).split(path.sep).slice(0, -1);
  const output = below.findIndex((part) => OUTPUT.test(part));
  if (output > 0) return path.join(root, ...below.slice(0, output));
  for (let depth = below.length; depth > 0; depth -= 1) {
    const folder = path.join(root, ...below.slice(0, depth));
    if (isFile(path.join(folder, 'package.json'))) return folder;
  }
  const sources = below.indexOf('src');
  return path.join(root, ...(sources > 0 ? below.slice(0, sources) : below));
}
