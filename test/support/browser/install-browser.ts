import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { debianShell } from '../../../src/6-export/browser/find.ts';
import { type FoundBrowser, findBrowser } from './find-browser.ts';

/** Debian's browser without windows needs two thirds of the CPU time of the one with windows. */
export function installFastBrowser(): void {
  const { LECTERN_BROWSER } = process.env;
  if (!LECTERN_BROWSER && isDebian() && !existsSync(debianShell)) {
    installDebianPackages(['chromium-headless-shell']);
  }
}

/** Installs a browser by the means that the system has. */
export function installBrowser(): FoundBrowser {
  console.log('There is no Chromium, Chrome or Edge here: installing one for the tests.');
  for (const install of [installFromDebian, installWithPlaywright]) {
    install();
    const found = findBrowser();
    if (found) return found;
  }
  return {
    problem:
      'no browser: install Chromium, Chrome or Edge, or set LECTERN_BROWSER to the path of one',
  };
}

/** Ubuntu's package of that name only says that one should use snap, which containers lack. */
function installFromDebian(): void {
  if (isDebian()) installDebianPackages(['chromium']);
}

/** Does nothing where it may not. */
export function installDebianPackages(names: readonly string[]): void {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  runInstaller('apt-get', ['update', '-qq']);
  runInstaller('apt-get', ['install', '-y', '-qq', ...names]);
}

function isDebian(): boolean {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID=debian$/m.test(readFileSync(file, 'utf8'));
}

/** It knows the libraries that a browser needs, too, but may install them as root only. */
function installWithPlaywright(): void {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const cli = path.join(path.dirname(manifest), 'cli.js');
  const withLibraries = process.platform === 'linux' && isRoot() ? ['--with-deps'] : [];
  runInstaller(process.execPath, [cli, 'install', ...withLibraries, 'chromium-headless-shell']);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function runInstaller(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
