import { within } from '../../base/time/promise-limit.ts';
import { BrowserError } from './browser-error.ts';
import { type PageException, watchExceptions } from './exceptions.ts';
import { isObject, type Parameters, type Protocol, type Reply, wrongResult } from './protocol.ts';
import { whenReady } from './ready.ts';
import { serveOnly } from './requests.ts';

/** A browser tab that shows a finished page, ready. */
export interface Tab {
  /** The exceptions of its scripts so far that nothing has caught. */
  readonly exceptions: readonly PageException[];
  /**
   * Runs JavaScript in the page.
   *
   * @param script an expression; a promise is awaited
   * @returns its value, as JSON
   */
  evaluate<T>(script: string): Promise<T>;
  /** Prints the slides, and what `html[data-print]` names, as a tagged PDF. */
  print(): Promise<Buffer>;
  /** Takes a screenshot. */
  shoot(shot: Shot): Promise<Buffer>;
  /**
   * Resizes the window, in CSS pixels.
   *
   * @param scale image pixels per CSS pixel
   */
  resize(width: number, height: number, scale: number): Promise<void>;
  /** Shows the slides one below the other, as in print. Call it once. */
  showAsPrinted(): Promise<void>;
  close(): Promise<void>;
}

interface Shot {
  readonly format: 'png' | 'jpeg' | 'webp';
  /** 0 to 100, for `jpeg` and `webp`. */
  readonly quality?: number;
  /** Omits the background. */
  readonly isTransparent?: boolean;
  /** Encodes PNG in less time, in larger files. */
  readonly isFast?: boolean;
  /** The part of the window to show, in CSS pixels; all of it by default. */
  readonly clip?: Clip;
}

/** A rectangle in the window. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the image in a CSS pixel. */
  readonly scale: number;
}

/** In milliseconds. A thousand slides take about five seconds. */
const printTimeout = 300_000;
const screenshotTimeout = 120_000;

/** An empty tab, opened in advance while the page is still being built. */
export interface BlankTab {
  /**
   * @param timeout milliseconds
   * @throws {BrowserError} if the page is not ready in time
   */
  show(html: string, timeout: number): Promise<Tab>;
}

/** An open tab, and how to close it. */
interface Target {
  readonly targetId: unknown;
  readonly close: () => Promise<unknown>;
}

/** Opens a tab in a profile of its own, so that pages share no storage. */
export async function openBlankTab(protocol: Protocol): Promise<BlankTab> {
  // A remote browser removes the profile when the connection ends.
  const options = { disposeOnDetach: true };
  const { browserContextId } = await protocol.call('Target.createBrowserContext', options);
  const page = { url: 'about:blank', browserContextId };
  const { targetId } = await protocol.call('Target.createTarget', page);
  const close = () => protocol.call('Target.disposeBrowserContext', { browserContextId });
  return attach(protocol, { targetId, close });
}

/**
 * Opens a tab in the browser's own profile. This takes a single message, so that the browser can open
 * it while this process is busy building a page.
 */
export async function openFirstTab(protocol: Protocol): Promise<BlankTab> {
  const { targetId } = await protocol.call('Target.createTarget', { url: 'about:blank' });
  return attach(protocol, {
    targetId,
    close: () => protocol.call('Target.closeTarget', { targetId }),
  });
}

async function attach(protocol: Protocol, { targetId, close }: Target): Promise<BlankTab> {
  const { sessionId } = await protocol.call('Target.attachToTarget', { targetId, flatten: true });
  const crash = watchForCrash(protocol, String(sessionId));
  const call = (method: string, params?: Parameters): Promise<Reply> =>
    Promise.race([protocol.call(method, params, String(sessionId)), crash]);
  const exceptions = watchExceptions(protocol, String(sessionId));
  const tab = tabOver(call, exceptions, async () => {
    if (!protocol.hasEnded) await close();
  });
  await prepare(call, tab);
  return {
    async show(html, timeout) {
      try {
        const url = await serveOnly(html, protocol, String(sessionId));
        await call('Page.navigate', { url });
        await whenReady(tab, timeout);
        return tab;
      } catch (error) {
        await tab.close();
        throw error;
      }
    },
  };
}

/** @returns a promise that rejects if the tab crashes while the browser runs on */
function watchForCrash(protocol: Protocol, sessionId: string): Promise<never> {
  const crash = new Promise<never>((_, reject) => {
    protocol.on('Inspector.targetCrashed', sessionId, () => {
      const hint =
        'it may have run out of memory: close other programs, or export fewer slides with --slides';
      reject(new BrowserError('browser-ended', 'the page crashed in the browser', hint));
    });
  });
  crash.catch(() => {});
  return crash;
}

type CallTab = (method: string, params?: Parameters) => Promise<Reply>;

/** Makes the output independent of the machine. */
async function prepare(call: CallTab, tab: Tab): Promise<void> {
  await Promise.all([
    call('Inspector.enable'),
    call('Runtime.enable'),
    tab.resize(1280, 720, 1),
    call('Emulation.setTimezoneOverride', { timezoneId: 'UTC' }),
    call('Emulation.setLocaleOverride', { locale: 'en-US' }),
    call('Emulation.setEmulatedMedia', { features }),
  ]);
}

/** Emulated media features. */
const features = [
  { name: 'prefers-reduced-motion', value: 'reduce' },
  { name: 'prefers-color-scheme', value: 'light' },
] as const;

/**
 * @param doing what the browser does: `printing the slides`
 * @throws {BrowserError} if that takes longer
 */
function inTime<T>(milliseconds: number, doing: string, answer: Promise<T>): Promise<T> {
  return within(milliseconds, answer, () => {
    const message = `${doing} did not finish within ${Math.round(milliseconds / 1000)} s`;
    throw new BrowserError('page-unready', message, 'run the command again');
  });
}

function tabOver(
  call: CallTab,
  exceptions: readonly PageException[],
  close: () => Promise<void>,
): Tab {
  return {
    exceptions,
    evaluate: (script) => evaluate(call, script),
    async print() {
      const pdf = call('Page.printToPDF', {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      });
      const { data } = await inTime(printTimeout, 'printing the slides', pdf);
      return Buffer.from(String(data), 'base64');
    },
    async shoot({ format, quality, isTransparent = false, isFast = false, clip }) {
      const color = isTransparent ? { color: { r: 0, g: 0, b: 0, a: 0 } } : {};
      await call('Emulation.setDefaultBackgroundColorOverride', color);
      const image = call('Page.captureScreenshot', {
        format,
        ...(quality !== undefined && { quality }),
        ...(clip && { clip }),
        ...(isFast && { optimizeForSpeed: true }),
      });
      const { data } = await inTime(screenshotTimeout, 'taking a screenshot', image);
      return Buffer.from(String(data), 'base64');
    },
    async resize(width, height, deviceScaleFactor) {
      const size = { width, height, deviceScaleFactor, mobile: false };
      await call('Emulation.setDeviceMetricsOverride', size);
    },
    async showAsPrinted() {
      await call('Emulation.setEmulatedMedia', { media: 'print', features });
      await evaluate(call, `void dispatchEvent(new Event('beforeprint'))`);
    },
    close,
  };
}

async function evaluate<T>(call: CallTab, expression: string): Promise<T> {
  const { result, exceptionDetails } = await call('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) throw new Error(describe(exceptionDetails));
  // A script that returns nothing has a result without a value.
  if (!isObject(result) || typeof result.type !== 'string') throw wrongResult();
  return (result as { readonly value: T }).value;
}

function describe(thrown: unknown): string {
  if (!isObject(thrown)) throw wrongResult();
  const { text, exception } = thrown;
  return String((isObject(exception) ? exception.description : undefined) ?? text);
}
