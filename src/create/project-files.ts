import path from 'node:path';

/**
 * The files of a new project, without its deck.
 *
 * @param name of the package
 * @param version of Lectern
 * @returns texts by absolute path
 */
export function projectFiles(
  folder: string,
  name: string,
  version: string,
): ReadonlyMap<string, string> {
  const files = {
    'package.json': json({
      name: packageName(name),
      private: true,
      scripts: {
        dev: 'lectern dev',
        build: 'lectern build',
        check: 'lectern check',
        export: 'lectern export',
      },
      devDependencies: { lectern: version },
    }),
    '.gitignore': 'node_modules/\ndist/\n',
    '.github/workflows/slides.yml': workflow,
    '.vscode/extensions.json': json({ recommendations: ['lectern-slides.lectern-slides'] }),
  };
  return new Map(Object.entries(files).map(([file, text]) => [path.join(folder, file), text]));
}

/** Names of packages are ASCII and lower case. */
function packageName(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^a-z0-9-]+/g, '');
  return plain.replace(/^-+|-+$/g, '') || 'slides';
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const workflow = `name: Slides
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  slides:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install
      - run: npx lectern check --format github
      - run: npx lectern build --share
      - uses: actions/upload-artifact@v4
        with:
          name: slides
          path: dist
`;
