import { homedir } from 'node:os';
import path from 'node:path';
import { findFolderProblem } from './cache-folder.ts';

/** The folder of what is kept for this user; `undefined` if it cannot be created, or others could change it. */
export function settingsFolder(): string | undefined {
  const folder = configuredFolder();
  return findFolderProblem(folder) === null ? folder : undefined;
}

/** The folder in `LECTERN_SETTINGS`, or else in the settings folder of the system. */
function configuredFolder(): string {
  const { LECTERN_SETTINGS, XDG_CONFIG_HOME, APPDATA } = process.env;
  if (LECTERN_SETTINGS) return path.resolve(LECTERN_SETTINGS);
  const home = homedir();
  if (process.platform === 'darwin') {
    return path.join(home, 'Library', 'Application Support', 'lectern');
  }
  if (process.platform === 'win32') {
    return path.join(APPDATA || path.join(home, 'AppData', 'Roaming'), 'lectern');
  }
  return path.join(XDG_CONFIG_HOME || path.join(home, '.config'), 'lectern');
}
