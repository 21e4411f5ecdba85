import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../src/base/files/package-root.ts';

/** Packages without a text of their license. */
const notices: Readonly<Record<string, string>> = {
  '@mathjax/mathjax-stix2-font': `Copyright (c) MathJax Consortium, under the Apache License 2.0: https://www.apache.org/licenses/LICENSE-2.0

The outlines are those of STIX Two Math, Copyright 2001-2021 The STIX Fonts Project Authors (https://github.com/stipub/stixfonts), under the SIL Open Font License 1.1: https://openfontlicense.org`,
  '@iconify-json/lucide':
    'Copyright (c) Lucide Contributors, and of parts Cole Bemis (Feather), under the ISC and the MIT License: https://lucide.dev/license',
  '@viz-js/viz':
    'Copyright (c) Michael Daines, under the MIT License: https://opensource.org/license/mit',
  unicode2latex:
    'Copyright (c) Emiliano Heyns, under the ISC License: https://opensource.org/license/isc-license-txt',
};

/** The package @viz-js/viz has no text that names these licenses. */
const graphvizNotice = `The package @viz-js/viz (MIT License, Copyright (c) Michael Daines) contains, compiled to WebAssembly and unmodified:

Graphviz 16.1.0, Copyright (c) AT&T Intellectual Property and contributors, under the Eclipse Public License 2.0:
https://www.eclipse.org/legal/epl-2.0/
Its source code is available at https://gitlab.com/graphviz/graphviz and
https://gitlab.com/api/v4/projects/4207231/packages/generic/graphviz-releases/16.1.0/graphviz-16.1.0.tar.gz

Expat 2.8.5, Copyright (c) Expat maintainers, under the MIT License: https://github.com/libexpat/libexpat
`;

/** The folders of the packages of which a part is among `files`. */
export function packagesOf(files: readonly string[]): readonly string[] {
  const folders = files.flatMap(
    (file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

/**
 * The licenses of packages.
 *
 * @param packages their folders, from the package's root on
 * @param heading what contains them
 */
export function licensesOf(packages: readonly string[], heading: string): string {
  const texts = packages.map((folder) => {
    const { name, version, license, author } = readJson(`${folder}/package.json`) as Record<
      string,
      string
    >;
    const files = licenseFilesIn(folder).map((file) => read(`${folder}/${file}`).trim());
    const isPlainMit = files.length === 0 && license === 'MIT' && typeof author === 'string';
    const notice = notices[name ?? ''] ?? (isPlainMit ? mitLicense(author) : undefined);
    const found = notice === undefined ? files : [...files, notice];
    if (found.length === 0) throw new Error(`${folder} has no license file`);
    return `${name} ${version}\n\n${found.join('\n\n')}\n`;
  });
  return `${heading}\n\n${texts.join('\n\n')}\n\n${graphvizNotice}`;
}

/** For a package that names its license and its author, and comes without the text. */
function mitLicense(author: string): string {
  return `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

/** Those of a package and of the libraries that it is compiled from, which are in `codec`. */
function licenseFilesIn(folder: string): readonly string[] {
  return ['.', 'codec'].flatMap((part) => {
    const place = path.join(packageRoot, folder, part);
    const names = existsSync(place) ? readdirSync(place) : [];
    return names.filter((name) => /^licen[cs]e/i.test(name)).map((name) => `${part}/${name}`);
  });
}

function read(file: string): string {
  return readFileSync(path.join(packageRoot, file), 'utf8');
}

/** Reads a file of JSON, from the package's root on. */
export function readJson(file: string): unknown {
  return JSON.parse(read(file));
}
