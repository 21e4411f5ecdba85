import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onEndOfProcess } from '../../base/end-of-process.ts';
import { removeAbandoned, temporaryName } from '../../base/files/temporary-name.ts';
import { within } from '../../base/time/promise-limit.ts';
import { BrowserError } from './browser-error.ts';
import { pipeWire } from './pipe.ts';
import { Protocol } from './protocol.ts';
import { removeFolder } from './remove-folder.ts';
import { type BlankTab, openFirstTab } from './tab.ts';

interface LaunchedBrowser {
  readonly protocol: Protocol;
  /** Being opened. */
  readonly firstTab: Promise<BlankTab>;
  /** Ends its processes and removes its profile. */
  stop(): Promise<void>;
}

/** What every browser that prints and takes screenshots is started with. */
export const browserFlags: readonly string[] = [
  '--headless',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-scrollbars',
  '--mute-audio',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Screenshots are the same on every machine.
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  // No network access.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--no-pings',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // The name in browsers with windows, and the one in those without.
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  `--disable-features=${[
    ...['DialMediaRouteProvider', 'MediaRouter', 'OptimizationHints', 'Translate'],
    // Two hidden pages for the address bar, which take longer to load than a short deck.
    ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ]}`,
  // A crash reporter leaves the process group and would outlive it.
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--password-store=basic',
  '--use-mock-keychain',
];

/**
 * Starts a browser with a temporary profile, which is removed when the browser is stopped or this
 * process ends.
 *
 * @throws {BrowserError} if it does not start
 */
export async function launchBrowser(
  file: string,
  { sandbox }: { readonly sandbox: boolean },
): Promise<LaunchedBrowser> {
  const started: { profile?: string; child?: ChildProcess } = {};
  const end = () => {
    if (started.child) endGroup(started.child);
    // A later start removes what is left.
    if (started.profile !== undefined) removeFolder(started.profile);
  };
  // Before there is anything to remove: a signal may arrive at any moment.
  const release = onEndOfProcess(end);
  const profile = createProfile();
  started.profile = profile;
  const child = spawnBrowser(file, profile, sandbox);
  started.child = child;
  child.on('exit', () => endGroup(child));
  const explainEnd = listen(child);
  const protocol = new Protocol(pipeWire(child, explainEnd));
  const stop = async () => {
    endGroup(child);
    await hasClosed(child);
    end();
    release();
  };
  const version = protocol.call('Browser.getVersion');
  const firstTab = openFirstTab(protocol);
  // An error is reported to whoever awaits the tab.
  firstTab.catch(() => {});
  try {
    await within(patience, version, () => {
      throw new Error(`it did not answer for ${patience / 1000} s`);
    });
  } catch (error) {
    await stop();
    throw startError(file, sandbox, explainEnd(), error as Error);
  }
  return { protocol, firstTab, stop };
}

function createProfile(): string {
  try {
    removeAbandoned(os.tmpdir());
    const profile = path.join(os.tmpdir(), temporaryName('lectern'));
    mkdirSync(profile, 0o700);
    return profile;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'there is no such folder' : `nothing can be written there (${code})`;
    const message = `the browser needs a folder for temporary files, ${os.tmpdir()}: ${reason}`;
    throw new BrowserError(
      'browser-ended',
      message,
      'set TMPDIR to a folder in which you may write',
    );
  }
}

function spawnBrowser(file: string, profile: string, sandbox: boolean): ChildProcess {
  const own = ['--remote-debugging-pipe', `--user-data-dir=${profile}`];
  return spawn(file, [...browserFlags, ...own, ...(sandbox ? [] : ['--no-sandbox'])], {
    // A process group of its own: Ctrl+C reaches only us, and one signal ends all its processes.
    detached: process.platform !== 'win32',
    env: { ...process.env, ...temporaryFolder(profile) },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
}

/**
 * Puts the temporary files of the browser into its profile: a killed browser leaves a folder with a
 * socket. Paths of sockets may have up to 107 characters.
 */
function temporaryFolder(profile: string): { readonly TMPDIR?: string } {
  return `${profile}/org.chromium.Chromium.abcdef/SingletonSocket`.length > 107
    ? {}
    : { TMPDIR: profile };
}

/** @returns a function that explains why the browser ended, from what it printed */
function listen(child: ChildProcess): () => string {
  let text = '';
  let problem: string | undefined;
  child.stderr?.on('data', (data) => {
    text = (text + data).slice(-10_000);
  });
  child.on('error', ({ message }) => {
    problem = message;
  });
  return () => {
    if (problem !== undefined) return problem;
    if (child.signalCode !== null) return `it was ended by ${child.signalCode}`;
    const line = text.split('\n').findLast((words) => /sandbox|FATAL|error/i.test(words));
    return line?.replace(/^\[[^\]]*\]\s*/, '').trim() ?? `exit code ${child.exitCode}`;
  };
}

/** Long enough for a slow machine that is busy with other things, in milliseconds. */
const patience = 120_000;

function startError(
  file: string,
  sandbox: boolean,
  explainEnd: string,
  error: Error,
): BrowserError {
  if (sandbox && /sandbox/i.test(explainEnd)) {
    const [where, remedy] =
      process.getuid?.() === 0
        ? ['as root', 'run as another user']
        : ['here: the system forbids it', "install a browser of the system's own packages"];
    return new BrowserError(
      'browser-missing',
      `${file} cannot start with its sandbox ${where}`,
      `${remedy}; or, for decks that you trust, disable the sandbox with --no-sandbox or\nLECTERN_NO_SANDBOX=1`,
    );
  }
  const reason = error instanceof BrowserError ? explainEnd : error.message;
  return new BrowserError(
    'browser-missing',
    `${file} does not start: ${reason}`,
    'name another Chrome, Chromium or Edge with --browser or LECTERN_BROWSER',
  );
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All processes have ended already.
  }
}

function hasClosed(child: ChildProcess): Promise<unknown> {
  const isOver = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  return isOver ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
}
