import { partsOfMarks } from '../characters/parts-of-marks.ts';
import { discardHarfbuzz, type Harfbuzz, loadHarfbuzz } from './harfbuzz.ts';
import { withoutSignLigatures } from './sign-ligatures.ts';
import { damagedHint, FontError } from './unpack-font.ts';

// From hb-blob.h and hb-subset.h.
const memoryModeWritable = 2;
const setOfDroppedTables = 3;
const setOfNames = 4;
const setOfLayoutFeatures = 6;
const flagNoHinting = 1;

const copyrightNotice = 0;
/** Rasterization hints, and the axis names of variable fonts. */
const needlessTables = ['STAT', 'gasp'];
/** Only used by browsers to set numbers with a fraction slash. */
const fractions = ['dnom', 'frac', 'numr'];

export interface Subset {
  readonly characters: string;
  /** The tags of OpenType features to keep, besides those that every text needs. */
  readonly features: readonly string[];
  /** The tags of features to remove, even if they are on by default. */
  readonly without?: readonly string[];
  /** Axes of a variable font to fix, by their tags. */
  readonly axes: Readonly<Record<string, number>>;
}

/**
 * Reduces a font to the glyphs of some characters, without hints, names, unused features and ligatures of signs.
 *
 * @param font TrueType or OpenType
 * @returns the reduced font in the same format
 * @throws {FontError}
 */
export function subsetFont(font: Uint8Array, subset: Subset): Buffer {
  try {
    return subsetWith(loadHarfbuzz(), withoutSignLigatures(font), subset);
  } catch (error) {
    if (error instanceof FontError) throw error;
    discardHarfbuzz();
    throw new FontError('it is damaged', { cause: error, hint: damagedHint });
  }
}

function subsetWith(hb: Harfbuzz, sfnt: Uint8Array, subset: Subset): Buffer {
  const data = hb.malloc(sfnt.byteLength);
  if (data === 0) throw new FontError('it takes too much memory');
  bytesOf(hb).set(sfnt, data);
  const blob = hb.hb_blob_create(data, sfnt.byteLength, memoryModeWritable, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  try {
    choose(hb, input, subset);
    for (const [name, value] of Object.entries(subset.axes)) {
      const isPinned = hb.hb_subset_input_pin_axis_location(input, face, tag(name), value);
      if (!isPinned) throw new FontError(`it has no axis "${name}"`);
    }
    return takeSubset(hb, face, input);
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.hb_blob_destroy(blob);
    hb.free(data);
  }
}

function choose(hb: Harfbuzz, input: number, { characters, features, without = [] }: Subset): void {
  hb.hb_subset_input_set_flags(input, flagNoHinting);
  const names = hb.hb_subset_input_set(input, setOfNames);
  hb.hb_set_clear(names);
  hb.hb_set_add(names, copyrightNotice);
  const dropped = hb.hb_subset_input_set(input, setOfDroppedTables);
  for (const table of needlessTables) hb.hb_set_add(dropped, tag(table));
  const kept = hb.hb_subset_input_set(input, setOfLayoutFeatures);
  const unused = characters.includes('⁄') ? without : [...fractions, ...without];
  for (const name of unused) hb.hb_set_del(kept, tag(name));
  for (const name of features) hb.hb_set_add(kept, tag(name));
  const codes = hb.hb_subset_input_unicode_set(input);
  for (const character of characters + partsOfMarks(characters)) {
    hb.hb_set_add(codes, character.codePointAt(0) ?? 0);
  }
}

function takeSubset(hb: Harfbuzz, face: number, input: number): Buffer {
  const subset = hb.hb_subset_or_fail(face, input);
  if (subset === 0) throw new FontError('it is damaged', { hint: damagedHint });
  const blob = hb.hb_face_reference_blob(subset);
  const start = hb.hb_blob_get_data(blob, 0);
  const bytes = Buffer.from(bytesOf(hb).slice(start, start + hb.hb_blob_get_length(blob)));
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(subset);
  if (bytes.byteLength === 0) throw new FontError('it is damaged', { hint: damagedHint });
  return bytes;
}

/** The memory is replaced when it grows, so the view cannot be kept. */
function bytesOf(hb: Harfbuzz): Uint8Array {
  return new Uint8Array(hb.memory.buffer);
}

/** A four-character tag as a number, as in OpenType. */
function tag(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE();
}
