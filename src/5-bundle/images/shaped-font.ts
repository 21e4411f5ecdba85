import { loadProgram } from '../fonts/file/harfbuzz.ts';

/** The functions of HarfBuzz that we use; see `hb.h`. Pointers are numbers. */
interface Shaper {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  __wasm_call_ctors(): void;
  malloc(size: number): number;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_get_upem(face: number): number;
  hb_font_create(face: number): number;
  hb_font_set_variations(font: number, variations: number, count: number): void;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, from: number, n: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

const memoryModeWritable = 2;
/** Longer texts are truncated before measuring, in UTF-16 units. */
const maxLength = 1024;
/** A glyph's position is five numbers of four bytes, the first of them its advance. */
const positionSize = 20;
/** A tag and a number, four bytes each. */
const variationSize = 8;
const memoryPage = 65_536;

/** A font that can measure text. It stays in memory until the process ends. */
export interface ShapedFont {
  /** The width of a text, kerning and ligatures included, in multiples of its size. */
  width(text: string): number;
}

interface Loaded {
  readonly hb: Shaper;
  readonly buffer: number;
  readonly text: number;
}

let loaded: Loaded | undefined;

/**
 * @param sfnt a TrueType or OpenType font
 * @param axes the axis values of a variable font, by tag
 */
export function openFont(sfnt: Uint8Array, axes: Readonly<Record<string, number>>): ShapedFont {
  const { hb } = load();
  const data = hb.malloc(sfnt.byteLength);
  new Uint8Array(hb.memory.buffer).set(sfnt, data);
  const blob = hb.hb_blob_create(data, sfnt.byteLength, memoryModeWritable, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const font = hb.hb_font_create(face);
  vary(hb, font, axes);
  const unitsPerEm = hb.hb_face_get_upem(face);
  return { width: (text) => advance(font, text.slice(0, maxLength)) / unitsPerEm };
}

function vary(hb: Shaper, font: number, axes: Readonly<Record<string, number>>): void {
  const variations = Object.entries(axes);
  const place = hb.malloc(Math.max(1, variations.length) * variationSize);
  const view = new DataView(hb.memory.buffer);
  for (const [i, [tag, value]] of variations.entries()) {
    const at = place + i * variationSize;
    view.setUint32(at, Buffer.from(tag, 'latin1').readUInt32BE(), true);
    view.setFloat32(at + 4, value, true);
  }
  hb.hb_font_set_variations(font, place, variations.length);
}

function advance(font: number, text: string): number {
  const { hb, buffer, text: place } = load();
  const units = new Uint16Array(hb.memory.buffer, place, text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  hb.hb_buffer_clear_contents(buffer);
  hb.hb_buffer_add_utf16(buffer, place, text.length, 0, text.length);
  hb.hb_buffer_guess_segment_properties(buffer);
  hb.hb_shape(font, buffer, 0, 0);
  const positions = hb.hb_buffer_get_glyph_positions(buffer, 0);
  const view = new DataView(hb.memory.buffer);
  let sum = 0;
  for (let i = 0; i < hb.hb_buffer_get_length(buffer); i++) {
    sum += view.getInt32(positions + i * positionSize, true);
  }
  return sum;
}

/** HarfBuzz, which also shapes text in Chromium and Firefox; loaded at first use. */
function load(): Loaded {
  if (loaded) return loaded;
  const nothing = (): void => {};
  const hb = loadProgram('harfbuzz.wasm', {
    env: {
      _abort_js: nothing,
      _emscripten_runtime_keepalive_clear: nothing,
      _setitimer_js: nothing,
      emscripten_resize_heap: (size) => {
        const missing = size - hb.memory.buffer.byteLength;
        return hb.memory.grow(Math.ceil(missing / memoryPage)) >= 0;
      },
    },
    wasi_snapshot_preview1: { proc_exit: nothing },
  }) as Shaper;
  hb.__wasm_call_ctors();
  loaded = { hb, buffer: hb.hb_buffer_create(), text: hb.malloc(maxLength * 2) };
  return loaded;
}
