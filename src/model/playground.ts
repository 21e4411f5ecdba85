import type { Span } from './source.ts';

/** What the page of the playground asks of its worker. */
export type PlaygroundRequest =
  | {
      readonly type: 'start';
      /** Packed files in base64; see `core/playground/payload.ts`. */
      readonly library: string;
      readonly cache: string;
      readonly esbuild: string;
    }
  | {
      readonly type: 'build';
      readonly id: number;
      /** The path of the deck among the files. */
      readonly deck: string;
      readonly files: ReadonlyMap<string, string | Uint8Array>;
      /** Whether a page is wanted in spite of errors. */
      readonly preview: boolean;
    };

export interface PlaygroundDiagnostic {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly span?: Span;
}

/** What the worker answers to a `build`. */
export interface PlaygroundAnswer {
  readonly id: number;
  /** Absent if the deck has errors and no preview is wanted. */
  readonly html?: string;
  readonly title: string;
  /** The slides in the order of the deck. */
  readonly slides: readonly { readonly number: number; readonly span: Span }[];
  readonly diagnostics: readonly PlaygroundDiagnostic[];
}
