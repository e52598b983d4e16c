import type { Place } from './finding';
import type { ImportFact, SourceFacts } from './source-facts';

/** What a command runs. */
export type Run =
  | { readonly kind: 'script'; readonly script: string; readonly loader: Loader; readonly preloads: readonly string[] }
  | { readonly kind: 'package-script'; readonly name: string }
  | { readonly kind: 'other' };

/** What reads TypeScript when a script is run: nothing for plain `node`. */
export type Loader = 'none' | 'tsx' | 'ts-node' | 'strip-types' | 'other';

/** A file that something points at. */
export interface Pointed {
  /** As it was written. */
  readonly text: string;
  /** Absolute; where it would lie when it does not exist. */
  readonly file: string;
  readonly exists: boolean;
  /** Where it was written. */
  readonly place?: Place;
}

/** A service as it lies on disk and is launched. Paths are absolute. */
export interface ServicePlace {
  readonly name: string;
  readonly folder: string;
  readonly cwd: string;
  /** The manifest's command; `undefined` where nothing says how it is started. */
  readonly command?: readonly string[];
  /** The names of variables that the manifest sets, beside `PORT` and `HOST`. */
  readonly env: Readonly<Record<string, string>>;
  /** 0 = a free one. */
  readonly port: number;
  readonly dependsOn: readonly string[];
}

/** One dependency that a package.json declares. */
export interface DependencyFact {
  readonly name: string;
  readonly range: string;
  readonly group: 'dependencies' | 'devDependencies' | 'peerDependencies' | 'optionalDependencies';
  readonly line: number;
  /** The version that is installed where the package looks for it. */
  readonly installed?: string;
  /** For `file:` and `link:`: whether the folder is there. */
  readonly folderExists?: boolean;
}

/** A package.json that could be read. */
export interface PackageFacts {
  readonly kind: 'read';
  readonly file: string;
  readonly folder: string;
  readonly name?: string;
  readonly isModule: boolean;
  /** `type` as it was written. */
  readonly type?: string;
  readonly main?: Pointed;
  readonly engines?: { readonly range: string; readonly line: number };
  readonly scripts: Readonly<Record<string, { readonly command: string; readonly line: number }>>;
  readonly dependencies: readonly DependencyFact[];
}

/** The package.json of a service's folder. */
export type PackageFile =
  | PackageFacts
  | { readonly kind: 'missing'; readonly file: string }
  | { readonly kind: 'broken'; readonly place: Place; readonly message: string };

/** What the lock file says otherwise than the package.json. */
export interface LockDrift {
  readonly file: string;
  readonly place: Place;
  readonly name: string;
  readonly wanted: string;
  readonly locked: string | undefined;
}

/** What locks the versions of a package. */
export interface LockFacts {
  readonly manager: 'npm' | 'pnpm' | 'yarn';
  /** Where the lock file lies, and so where packages are installed from; the package's own folder without one. */
  readonly folder: string;
  readonly drifts: readonly LockDrift[];
}

/** One diagnostic of the compiler. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** What the service's own compiler said of a project. */
export interface CompileFacts {
  readonly compiler: { readonly version: string; readonly isOwn: boolean };
  readonly outcome: { readonly kind: 'done' } | { readonly kind: 'failed'; readonly message: string };
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics beyond the limit. */
  readonly more: number;
  /** What the build emits: where it would lie → its source and the text that would stand there. */
  readonly emitted: ReadonlyMap<string, { readonly source: string; readonly copy: string }>;
}

/** A TypeScript project. */
export interface ProjectFacts {
  readonly file: string;
  readonly problems: readonly { readonly place: Place; readonly message: string }[];
  readonly outDir?: string;
  readonly emits: boolean;
  /** Patterns of `paths`, with the lines where they stand. */
  readonly aliases: readonly string[];
  /** Lines of options, for places. */
  readonly lines: Readonly<Record<string, number>>;
  readonly files: readonly string[];
  readonly compile?: CompileFacts;
}

/** What an import leads to. */
export type Resolution =
  | { readonly kind: 'file'; readonly file: string; readonly package?: string; readonly isModule: boolean }
  | { readonly kind: 'builtin' }
  | { readonly kind: 'asset' }
  /** A package whose place only its manager knows. */
  | { readonly kind: 'untold' }
  | {
      readonly kind: 'missing';
      readonly reason: 'not-found' | 'not-exported' | 'extension' | 'package-entry';
      /** A file that differs in letter case only, the file with its extension, or the package's package.json. */
      readonly near?: string;
    };

/** One import of a file that the walk reached, and what it leads to. */
export interface ResolvedImport {
  readonly from: string;
  readonly fact: ImportFact;
  readonly resolution: Resolution;
}

/** All files that are reached from an entry through imports; files of installed packages are not gone into. */
export interface Graph {
  readonly entry: string;
  readonly files: ReadonlyMap<string, SourceFacts>;
  readonly imports: readonly ResolvedImport[];
  /** What was left out, and why. */
  readonly skipped: readonly string[];
}

/** The state of the file that is run. */
export interface OutputFacts {
  /** Newest source that is newer than the output and whose content is not in it. */
  readonly staleBecauseOf?: string;
  readonly isCompiled: boolean;
}

/** All that was found out about one service without starting it. */
export interface ServiceFacts {
  readonly place: ServicePlace;
  readonly packageFile: PackageFile;
  /** Nearest package.json at or above the folder: that of the folder, or one that stands for it. */
  readonly owner?: PackageFacts;
  /** The file that is run; `undefined` where the command does not tell. */
  readonly entry?: Pointed;
  readonly run: Run;
  /** Files that scripts of the package run and that are not there. */
  readonly scripts: readonly Pointed[];
  readonly lock?: LockFacts;
  /** Yarn's Plug'n'Play keeps its packages: only Yarn itself knows what is installed. */
  readonly hasPnp: boolean;
  /** How output is made: by the TypeScript compiler, by something else, or nobody knows. */
  readonly builder: 'tsc' | 'other' | 'none';
  /** A tool of the build or the start that replaces aliases. */
  readonly rewritesAliases: boolean;
  readonly needsProject: boolean;
  readonly project?: ProjectFacts;
  readonly sources?: Graph;
  readonly built?: Graph;
  readonly output: OutputFacts;
  /** Compiled files beside newer sources of the same name, as they would be taken instead of them. */
  readonly shadows: readonly { readonly compiled: string; readonly source: string }[];
  /** Names of variables that an env file of the service gives. */
  readonly envFiles: readonly string[];
  readonly committedEnv: readonly string[];
  readonly migrations: readonly string[];
}

/** What holds for all services. */
export interface PlatformFacts {
  readonly root: string;
  /** The version of Node that runs the audit, and the services after it. */
  readonly node: string;
  /** Names of variables of the machine, which every service inherits. */
  readonly inherited: readonly string[];
  /** The manifest's own build, which Groundwork runs when it is needed. */
  readonly buildCommand?: readonly string[];
  /** The package.json of the root. */
  readonly rootPackage?: PackageFacts;
  readonly services: readonly ServiceFacts[];
}
