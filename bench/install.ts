import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../src/base/files/package-root.ts';
import { replaceSection } from './sections.ts';
import { table } from './tables.ts';

/** What npm has installed for Lectern. */
interface Install {
  readonly tarball: number;
  /** By the names of the packages, in bytes. */
  readonly packages: ReadonlyMap<string, number>;
}

const heading = '## Installed';
/** In bytes, and packages. */
const targets = { bytes: 60e6, packages: 60 };

/**
 * Packs the package and installs it into a folder, as a user has it.
 *
 * @param folder empty
 * @returns the path of the tarball
 */
export function installLectern(folder: string): string {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: packageRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(path.join(folder, 'package.json'), '{}');
  execFileSync('npm', ['install', '--silent', '--prefer-offline', `./${tarball}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return path.join(folder, tarball ?? '');
}

/** @param folder in which the tarball was installed */
export function measureInstall(folder: string, tarball: string): Install {
  const modules = path.join(folder, 'node_modules');
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(path.join(modules, name)).map((own) => `${name}/${own}`)
      : [name],
  );
  const packages = names.filter((name) => existsSync(path.join(modules, name, 'package.json')));
  const counted = new Set<number>();
  const sizes = packages.map((name) => [name, sizeOf(path.join(modules, name), counted)] as const);
  return { tarball: lstatSync(tarball).size, packages: new Map(sizes) };
}

/** @param counted the inodes of files with several names, which are counted once: the program of esbuild has two */
function sizeOf(file: string, counted: Set<number>): number {
  const stats = lstatSync(file);
  if (stats.isDirectory()) {
    return readdirSync(file).reduce((sum, name) => sum + sizeOf(path.join(file, name), counted), 0);
  }
  if (stats.nlink > 1 && counted.has(stats.ino)) return 0;
  counted.add(stats.ino);
  return stats.size;
}

/** Puts the section on what is installed into RESULTS.md. */
export function replaceInstall(report: string, { tarball, packages }: Install): string {
  const total = [...packages.values()].reduce((sum, size) => sum + size, 0);
  const largest = [...packages].sort(([, a], [, b]) => b - a).slice(0, 8);
  const isMet = (has: number, most: number): string => (has <= most ? 'met' : '**missed**');
  const section = `${heading}

Written by \`npm start --prefix bench -- --install\`: the npm package in an empty folder, the sizes of its files added up, each file once.

${table(
  ['', 'target', 'measured', ''],
  [
    ['all files', 'at most 60 MB', megabytes(total), isMet(total, targets.bytes)],
    ['packages', 'at most 60', String(packages.size), isMet(packages.size, targets.packages)],
    ['the tarball of Lectern', 'none set', megabytes(tarball), ''],
    ...largest.map(([name, size]) => [`\`${name}\``, '', megabytes(size), '']),
  ],
)}
`;
  return replaceSection(report, heading, section);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
