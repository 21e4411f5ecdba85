import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What the places of browsers depend on. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** The user's folder. */
  readonly home: string;
}

/** A Chromium, Chrome or Edge in a usual place; first those that have no window and start sooner. */
export function findBrowser(): string | undefined {
  const { platform, env: environment } = process;
  const usual = usualPlaces({ platform, environment, home: os.homedir() });
  return [...usual, ...playwrightPlaces()].find((file) => existsSync(file));
}

/** Where a browser may be on such a system, the likeliest first. */
export function usualPlaces(system: System): readonly string[] {
  const { platform, environment, home } = system;
  const { join, delimiter } = platform === 'win32' ? path.win32 : path.posix;
  const ending = platform === 'win32' ? '.exe' : '';
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const places = ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
    return [...onPath, ...places];
  }
  if (platform === 'win32') return [...onPath, ...windowsPlaces(environment)];
  return [...onPath, ...linuxPlaces];
}

const names = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'headless_shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Those that an installation does not put on the path of each user. */
const linuxPlaces = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
];

/** Installed for all users, or for one of them. */
function windowsPlaces(environment: NodeJS.ProcessEnv): readonly string[] {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': programs86, LOCALAPPDATA } = environment;
  const folders = [PROGRAMFILES, programs86, LOCALAPPDATA].filter((folder) => folder !== undefined);
  const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
  // Edge is on each Windows: whoever has installed another one prefers that.
  return [...programs, 'Microsoft/Edge/Application/msedge.exe'].flatMap((program) =>
    folders.map((folder) => path.win32.join(folder, program)),
  );
}

/** What `playwright-core install` has left in its folder, the newest first. */
function playwrightPlaces(): readonly string[] {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return [];
  const builds = readdirSync(folder).filter((name) => name.startsWith('chromium'));
  const newest = builds.sort((a, b) => buildNumber(b) - buildNumber(a));
  return newest.flatMap((build) =>
    readdirSync(path.join(folder, build)).flatMap((system) =>
      playwrightNames.map((name) => path.join(folder, build, system, name)),
    ),
  );
}

const playwrightNames = [
  'chrome',
  'chrome.exe',
  'chrome-headless-shell',
  'chrome-headless-shell.exe',
  'headless_shell',
  'headless_shell.exe',
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

function playwrightFolder(): string {
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) return process.env.PLAYWRIGHT_BROWSERS_PATH;
  const home = os.homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library/Caches/ms-playwright');
  if (process.platform === 'win32') return path.join(home, 'AppData/Local/ms-playwright');
  return path.join(process.env.XDG_CACHE_HOME || path.join(home, '.cache'), 'ms-playwright');
}

function buildNumber(name: string): number {
  return Number(name.match(/\d+$/)?.[0] ?? 0);
}
