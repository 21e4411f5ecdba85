import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '../../1-load/config/config.ts';
import { configNames, findConfigFiles } from '../../1-load/config/find-config.ts';
import { cacheFolder, cacheProblem } from '../../base/cache/cache-folder.ts';
import { formatDiagnostic } from '../../base/diagnostics/format.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { statsOf } from '../../base/files/file-stats.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import { findRoot } from '../../base/files/project-root.ts';
import { packageInfo } from '../../base/package-info.ts';
import { count, formatPath, formatSize } from '../../base/units.ts';
import { decksIn } from '../plan.ts';
import type { DoctorCheck } from './doctor-check.ts';

interface Manifest {
  readonly version?: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The version that runs, and the one that the project has installed. */
export function checkLectern(cwd: string): DoctorCheck {
  const { version } = packageInfo();
  const name = 'Lectern';
  const installed = findPackage('lectern', cwd);
  const other = installed === undefined ? version : readManifest(installed).version;
  if (other === version) return { name, status: 'ok', found: `${version} in ${packageRoot}` };
  return {
    name,
    status: 'warning',
    found: `${version} in ${packageRoot}, but this project has ${other}`,
    hint: 'to run the version of the project: npx lectern',
  };
}

export function checkNode(version = process.versions.node): DoctorCheck {
  const least = readManifest(packageRoot).engines?.node?.replace(/^>=/, '') ?? '0';
  const found = `${version}, ${os.type()} ${os.arch()}`;
  if (isAtLeast(version, least)) return { name: 'Node.js', status: 'ok', found };
  const hint = `install Node.js ${least} or later: https://nodejs.org`;
  return { name: 'Node.js', status: 'error', found, hint };
}

function isAtLeast(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** The packages with the fonts, icons and libraries that builds use. */
export function checkPackages(): DoctorCheck {
  const name = 'Packages';
  const needed = Object.keys(readManifest(packageRoot).dependencies ?? {});
  const missing = needed.filter((each) => findPackage(each, packageRoot) === undefined);
  if (missing.length === 0) {
    return { name, status: 'ok', found: `all ${needed.length}, with the fonts of the themes` };
  }
  const hint = 'install Lectern again: npm install';
  return { name, status: 'error', found: `missing: ${missing.join(', ')}`, hint };
}

export function checkCache(): DoctorCheck {
  const name = 'Cache';
  const problem = cacheProblem();
  if (problem !== undefined) {
    const hint = 'choose another folder with LECTERN_CACHE; until then, builds are slower';
    return { name, status: 'warning', found: `not used: ${problem}`, hint };
  }
  const folder = cacheFolder();
  if (folder !== undefined) return { name, status: 'ok', found: describeCache(folder) };
  if (process.env.LECTERN_CACHE === 'off') {
    return { name, status: 'ok', found: 'off, by LECTERN_CACHE' };
  }
  const hint = 'name a folder in which you may write with LECTERN_CACHE';
  return { name, status: 'warning', found: 'its folder cannot be created', hint };
}

function describeCache(folder: string): string {
  const files = readdirSync(folder).flatMap((file) => statsOf(path.join(folder, file)) ?? []);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return `${folder}, ${count(files.length, 'file')}, ${formatSize(bytes)}`;
}

/** The folder that decks may use files from, its decks and its settings. */
export function checkProject(cwd: string): readonly DoctorCheck[] {
  const deck = path.join(cwd, 'slides', 'talk.md');
  const root = findRoot(statsOf(path.dirname(deck)) ? deck : path.join(cwd, 'talk.md'), cwd);
  const decks = decksIn(path.join(cwd, 'slides')) ?? [];
  const where =
    decks.length === 0
      ? count(decksIn(cwd)?.length ?? 0, 'Markdown file')
      : `${count(decks.length, 'deck')} in slides/`;
  const project: DoctorCheck = { name: 'Project', status: 'ok', found: `${root}, ${where}` };
  return [project, checkConfig({ deck, cwd, root })];
}

function checkConfig(place: { deck: string; cwd: string; root: string }): DoctorCheck {
  const name = 'Settings';
  const report = new Report();
  readConfig(place, report);
  const [file] = findConfigFiles(configNames, place);
  const [problem] = report.diagnostics;
  if (problem) {
    const hint =
      'correct it; docs/cli.md describes the file: lectern docs cli settings-of-a-folder';
    return { name, status: 'error', found: formatDiagnostic(problem), hint };
  }
  return { name, status: 'ok', found: file === undefined ? 'none' : formatPath(file, place.cwd) };
}
