import type { PackageFacts, ProjectFacts, Run, ServiceFacts } from '../model/facts';
import { isWithin } from './read-text';

const REWRITERS = /tsc-alias|tsconfig-replace-paths|resolve-tspaths|tspath|ttsc|tsup|esbuild|webpack|rollup|vite|swc|babel|ncc|parcel|bun build/;
const PRELOADED = /tsconfig-paths|module-alias/;

interface BuilderQuestion {
  readonly scripts: PackageFacts['scripts'];
  readonly buildCommand: readonly string[] | undefined;
  readonly project: ProjectFacts | undefined;
  readonly entry: string | undefined;
}

/** How a service's output is made, as far as its scripts, the manifest and its project tell. */
export function builderOf({ scripts, buildCommand, project, entry }: BuilderQuestion): ServiceFacts['builder'] {
  const build = scripts.build?.command;
  if (build !== undefined) return /\btsc\b|\bnest build\b/.test(build) && !/\bvite build\b/.test(build) ? 'tsc' : 'other';
  if (project?.emits && project.outDir && entry && isWithin(entry, project.outDir)) return 'tsc';
  return buildCommand ? 'other' : 'none';
}

interface RewriterQuestion {
  readonly scripts: PackageFacts['scripts'];
  readonly run: Run;
  readonly owner: PackageFacts | undefined;
}

/** Whether something in the build or at the start replaces aliases by paths. */
export function isAliasRewriter({ scripts, run, owner }: RewriterQuestion): boolean {
  if (run.kind === 'script' && (run.loader === 'tsx' || run.loader === 'other')) return true;
  if (run.kind === 'script' && run.preloads.some((one) => PRELOADED.test(one))) return true;
  if (owner?.dependencies.some(({ name, group }) => name === 'module-alias' && group === 'dependencies')) return true;
  const builds = Object.entries(scripts).filter(([name]) => /build|compile|prepare/.test(name));
  return builds.some(([, { command }]) => REWRITERS.test(command));
}
