import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repairAssemblies } from '../../src/5-bundle/fonts/file/math-table.ts';
import { tableOf } from '../../src/5-bundle/fonts/file/sfnt.ts';
import { subsetFont } from '../../src/5-bundle/fonts/file/subset.ts';
import { unpackFont } from '../../src/5-bundle/fonts/file/unpack-font.ts';
import { libraryFolder } from '../../src/base/files/libraries.ts';

async function subset(name: string, characters: string): Promise<Buffer> {
  const [, folder = '', file = ''] = /^(@[^/]+\/[^/]+)\/(.*)$/.exec(name) ?? [];
  const font = await unpackFont(readFileSync(path.join(libraryFolder(folder), file)));
  return subsetFont(font, { characters, features: [], axes: {} });
}

/** The only assembly of a font that is cut down to one sign: what its parts lend to each other, and the least overlap. */
function readAssembly(font: Buffer) {
  const math = tableOf(font, 'MATH') ?? Buffer.alloc(0);
  const variants = math.subarray(math.readUInt16BE(8));
  const construction = variants.subarray(variants.readUInt16BE(10));
  const assembly = construction.subarray(construction.readUInt16BE(0));
  const parts = Array.from({ length: assembly.readUInt16BE(4) }, (_, i) => ({
    start: assembly.readUInt16BE(6 + 10 * i + 2),
    end: assembly.readUInt16BE(6 + 10 * i + 4),
  }));
  return { least: variants.readUInt16BE(0), parts };
}

const stix = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';

test('the parts of an arrow overlap as far as its font asks for', async () => {
  const font = await subset(stix, '→');
  const { least, parts } = readAssembly(font);
  expect(parts.at(-1)?.start).toBeLessThan(least);
  const mended = readAssembly(repairAssemblies(font)).parts;
  expect(mended).toEqual([parts[0], { ...parts[1], start: least }]);
});

test('what overlaps as it should stays, and so does a font without mathematics', async () => {
  const brace = await subset(stix, '⏞');
  expect(repairAssemblies(brace).equals(brace)).toBe(true);
  const inter = await subset('@fontsource/inter/files/inter-latin-400-normal.woff2', 'ab');
  expect(repairAssemblies(inter).equals(inter)).toBe(true);
});
