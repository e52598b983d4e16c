/** How a module is asked for. */
export type ImportForm = 'import' | 'require' | 'dynamic';

/** One import of a file. */
export interface ImportFact {
  readonly specifier: string;
  readonly line: number;
  readonly form: ImportForm;
  /** Gone at run time: `import type`, or used in types only. */
  readonly isType: boolean;
  /** Inside `try`, so that its failure is expected. */
  readonly isGuarded: boolean;
  /** Names asked for by a static import. */
  readonly names: readonly string[];
}

/** One read of `process.env`. */
export interface VariableFact {
  readonly name: string;
  readonly line: number;
  /** The literal that stands in when it is not set. */
  readonly fallback?: string;
  /** Without it the program ends: a throw, an exit, or a method called on it. */
  readonly isRequired: boolean;
}

/** An address of this machine that stands in the code. */
export interface AddressFact {
  readonly line: number;
  readonly port: number;
  /** The variable that replaces it, where it is only a fallback. */
  readonly variable?: string;
}

/** What is known of one JavaScript or TypeScript file. */
export interface SourceFacts {
  /** Absolute. */
  readonly file: string;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  readonly imports: readonly ImportFact[];
  /** Names that the module exports; `undefined` when it passes on all of another (`export *`). */
  readonly exports: readonly string[] | undefined;
  readonly hasModuleSyntax: boolean;
  /** The first use of `require`, `module`, `exports` or `__dirname` that nothing in the file defines. */
  readonly commonJs?: { readonly name: string; readonly line: number };
  readonly hasTopLevelAwait: boolean;
  readonly variables: readonly VariableFact[];
  readonly addresses: readonly AddressFact[];
  /** Ports that `PORT` falls back to, or that `listen` is given. */
  readonly ports: readonly { readonly line: number; readonly port: number }[];
  /** `listen` calls: the host, `undefined` where it is not said, `null` where it cannot be told. */
  readonly listens: readonly { readonly line: number; readonly host: string | null | undefined }[];
  /** `fetch` calls whose options can be told to hold no signal. */
  readonly endlessFetches: readonly number[];
  /** Lines of calls that send requests. */
  readonly requests: readonly number[];
  /** Lines of `console` calls. */
  readonly console: readonly number[];
  /** Secrets with a literal to fall back to. */
  readonly secrets: readonly { readonly name: string; readonly line: number; readonly value: string }[];
  /** Literals that read like paths of an API: `/api/users`. */
  readonly paths: readonly { readonly text: string; readonly line: number }[];
  /** Lines at which it says what it does on SIGTERM. */
  readonly signals: readonly number[];
  /** Whether the code names the header that carries a trace. */
  readonly namesTraceHeader: boolean;
}
