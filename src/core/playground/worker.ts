/** Builds decks for the page of the playground, in a worker. */
import {
  initialize,
  build as runBuild,
  transform as runTransform,
} from 'esbuild-wasm/esm/browser.js';
import type { PlaygroundAnswer, PlaygroundRequest } from '../../model/playground.ts';
import { type Core, createCore, type Esbuild } from '../core.ts';
import { unpackFiles } from './payload.ts';

declare const self: {
  onmessage: (event: { readonly data: PlaygroundRequest }) => void;
  postMessage(answer: PlaygroundAnswer): void;
};

let core: Promise<Core> | undefined;

self.onmessage = async ({ data }) => {
  if (data.type === 'start') {
    core = start(data);
    return;
  }
  const { id, deck, files, preview } = data;
  const built = await (await core)?.build(deck, files, { preview });
  if (!built) return;
  const { html, title, slides, diagnostics } = built;
  self.postMessage({
    id,
    title,
    ...(html !== undefined && { html }),
    slides: slides.map(({ number, span }) => ({ number, span })),
    diagnostics,
  });
};

async function start({
  library,
  cache,
  esbuild,
}: Extract<PlaygroundRequest, { type: 'start' }>): Promise<Core> {
  return createCore({
    library: unpackFiles(await unpack(library)),
    cache: unpackFiles(await unpack(cache)),
    esbuild: () => startEsbuild(esbuild),
  });
}

async function startEsbuild(packed: string): Promise<Esbuild> {
  const wasmModule = await WebAssembly.compile((await unpack(packed)) as Uint8Array<ArrayBuffer>);
  await initialize({ wasmModule, worker: false });
  return { build: runBuild, transform: runTransform };
}

/** @param packed with gzip, in base64 */
async function unpack(packed: string): Promise<Uint8Array> {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
