import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm';
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm';
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import pngDecoder from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm';
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js';
import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.wasm';
import webpEncoder from '@jsquash/webp/codec/enc/webp_enc_simd.wasm';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import type { Pixels } from './pixels.ts';

declare const WebAssembly: { readonly Module: new (bytes: Uint8Array) => object };

/** Prepares a codec with its program, which it would otherwise load from the web. */
type Init = (module: never) => Promise<unknown>;

const ready = new Map<Init, Promise<unknown>>();

function prepare(init: Init, program: Uint8Array): Promise<unknown> {
  let known = ready.get(init);
  if (!known) {
    known = init(new WebAssembly.Module(program) as never);
    ready.set(init, known);
  }
  return known;
}

const initWithOptions: (program: never, options: object) => Promise<unknown> = initJpegDecoder;

/** Remarks of the decoder are not printed, as they name no file. */
const initQuietJpegDecoder: Init = (program) =>
  initWithOptions(program, { printErr: () => undefined });

/** Decodes an image as it is stored, whatever its orientation. Throws if it is damaged. */
export async function decode(bytes: Uint8Array, mime: string): Promise<Pixels> {
  const { buffer } = Uint8Array.from(bytes);
  if (mime === 'image/jpeg') {
    await prepare(initQuietJpegDecoder, jpegDecoder);
    return decodeJpeg(buffer, { preserveOrientation: false });
  }
  if (mime === 'image/png') {
    await prepare(initPngDecoder, pngDecoder);
    return decodePng(buffer);
  }
  await prepare(initWebpDecoder, webpDecoder);
  return decodeWebp(buffer);
}

export interface JpegOptions {
  readonly quality: number;
  readonly isGray: boolean;
}

export async function toJpeg(image: Pixels, { quality, isGray }: JpegOptions): Promise<Uint8Array> {
  await prepare(initJpegEncoder, jpegEncoder);
  // 1 is gray, 3 is YCbCr.
  const options = { quality, color_space: isGray ? 1 : 3 } as const;
  return new Uint8Array(await encodeJpeg(image as never, options));
}

export async function toWebp(
  image: Pixels,
  options: { readonly quality: number; readonly isLossless: boolean },
): Promise<Uint8Array> {
  await prepare(initWebpEncoder, webpEncoder);
  // The quality of a lossless image is the effort.
  const own = options.isLossless ? { lossless: 1, quality: 50 } : { quality: options.quality };
  return new Uint8Array(await encodeWebp(image as never, own));
}
