import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { libraryFolder } from '../../../base/files/libraries.ts';

/** The functions of HarfBuzz's subsetter that we use; see `hb-subset.h`. Pointers are numbers. */
export interface Harfbuzz {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_set_del(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_pin_axis_location(
    input: number,
    face: number,
    tag: number,
    value: number,
  ): number;
  hb_subset_or_fail(face: number, input: number): number;
}

type Imports = Readonly<Record<string, Readonly<Record<string, (size: number) => unknown>>>>;

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: Imports) => { readonly exports: unknown };
};

let loaded: Harfbuzz | undefined;

/** HarfBuzz' subsetter, loaded at its first use. */
export function loadHarfbuzz(): Harfbuzz {
  if (loaded) return loaded;
  loaded = loadProgram('harfbuzz-subset.wasm', {}) as Harfbuzz;
  loaded._initialize();
  return loaded;
}

/** Loads it anew at its next use: after an error, its memory may be damaged. */
export function discardHarfbuzz(): void {
  loaded = undefined;
}

/** Loads a WebAssembly module of HarfBuzz and returns its exports. */
export function loadProgram(name: string, imports: Imports): unknown {
  // A build ends before optimized code would pay off, and Node waits for its compilation at exit: about
  // a quarter of a second.
  for (const flag of ['--liftoff-only', '--wasm-lazy-compilation']) setFlagsFromString(flag);
  const file = path.join(libraryFolder('harfbuzzjs'), 'dist', name);
  return new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), imports).exports;
}
