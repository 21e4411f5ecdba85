import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A Chromium, Chrome or Edge in a usual place; first those that have no window and start sooner. */
export function findBrowser(): string | undefined {
  return [...onPath(), ...usualPlaces(), ...playwrightPlaces()].find((file) => existsSync(file));
}

function onPath(): readonly string[] {
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
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name + ending)));
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => path.join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': programs86, LOCALAPPDATA } = process.env;
    const apps = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return [PROGRAMFILES, programs86, LOCALAPPDATA].flatMap((folder) =>
      folder === undefined ? [] : apps.map((app) => path.join(folder, app)),
    );
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium'];
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
