import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What the locations of browsers depend on. */
interface System {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** The home folder of the user. */
  readonly home: string;
}

/** Finds a Chromium, Chrome or Edge; headless shells first, which start faster. */
export function findBrowser(): string | undefined {
  const { platform, env: environment } = process;
  const usual = usualLocations({ platform, environment, home: os.homedir() });
  return [...usual, ...playwrightLocations()].find((file) => existsSync(file));
}

/** The usual locations of browsers on a system, most likely first. */
export function usualLocations(system: System): readonly string[] {
  const { platform, environment, home } = system;
  const { join, delimiter } = platform === 'win32' ? path.win32 : path.posix;
  const ending = platform === 'win32' ? '.exe' : '';
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const locations = ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
    return [...onPath, ...locations];
  }
  if (platform === 'win32') return [...onPath, ...windowsLocations(environment)];
  return [debianShell, ...onPath, ...linuxLocations];
}

/** Its command on PATH is a shell script, which does not pass signals to the browser. */
export const debianShell = '/usr/lib/chromium/chromium-headless-shell';

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

/** Locations that are often not on PATH. */
const linuxLocations = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
];

/** Installed for all users, or for the current one. */
function windowsLocations(environment: NodeJS.ProcessEnv): readonly string[] {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': programs86, LOCALAPPDATA } = environment;
  const folders = [PROGRAMFILES, programs86, LOCALAPPDATA].filter((folder) => folder !== undefined);
  const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
  // Edge comes with Windows; a browser that the user installed is preferred.
  return [...programs, 'Microsoft/Edge/Application/msedge.exe'].flatMap((program) =>
    folders.map((folder) => path.win32.join(folder, program)),
  );
}

/** Browsers installed by Playwright, newest first. */
function playwrightLocations(): readonly string[] {
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
