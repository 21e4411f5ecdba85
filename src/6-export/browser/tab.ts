import { BrowserError } from './browser-error.ts';
import type { Parameters, Protocol, Reply } from './protocol.ts';
import { whenReady } from './ready.ts';
import { serveOnly } from './requests.ts';
import { within } from './within.ts';

/** A finished page in a window of its own, of the size of a slide, with all its promises kept. */
export interface Tab {
  /**
   * Runs JavaScript in the page.
   *
   * @param script an expression; a promise is waited for
   * @returns its value, which JSON can carry
   */
  evaluate<T>(script: string): Promise<T>;
  /** Prints each slide, and what `html[data-print]` names beside, as a PDF that has tags. */
  print(): Promise<Buffer>;
  /** Takes a picture of what the window shows. */
  shoot(shot: Shot): Promise<Buffer>;
  /**
   * Makes the window another size, in CSS pixels.
   *
   * @param scale how many pixels of a picture a CSS pixel becomes
   */
  resize(width: number, height: number, scale: number): Promise<void>;
  /** Shows the slides below each other as they are printed. To be called once. */
  showAsPrinted(): Promise<void>;
  close(): Promise<void>;
}

export interface Shot {
  readonly format: 'png' | 'jpeg' | 'webp';
  /** 0 to 100, of the formats that have one. */
  readonly quality?: number;
  /** Nothing stands behind the page. */
  readonly isTransparent?: boolean;
}

/** A thousand slides take about five seconds. */
const printPatience = 300_000;
const shotPatience = 120_000;

/** A window with nothing in it yet: most of what it takes to open one can be done before there is a page. */
export interface BlankTab {
  /**
   * @param patience milliseconds
   * @throws {BrowserError} where the page does not get ready in this time
   */
  show(html: string, patience: number): Promise<Tab>;
}

/** A window that was opened, and how it is closed. */
interface Target {
  readonly targetId: unknown;
  readonly close: () => Promise<unknown>;
}

/** In a profile of its own: what one page stores, the next one does not find. */
export async function openBlankTab(protocol: Protocol): Promise<BlankTab> {
  // A browser elsewhere does not keep what we leave behind.
  const whole = { disposeOnDetach: true };
  const { browserContextId } = await protocol.call('Target.createBrowserContext', whole);
  const page = { url: 'about:blank', browserContextId };
  const { targetId } = await protocol.call('Target.createTarget', page);
  const close = () => protocol.call('Target.disposeBrowserContext', { browserContextId });
  return take(protocol, { targetId, close });
}

/**
 * In the browser's own profile. It is asked for in one message, so that the browser can open it while
 * nobody here listens, because a page is being built.
 */
export async function openFirstTab(protocol: Protocol): Promise<BlankTab> {
  const { targetId } = await protocol.call('Target.createTarget', { url: 'about:blank' });
  return take(protocol, {
    targetId,
    close: () => protocol.call('Target.closeTarget', { targetId }),
  });
}

async function take(protocol: Protocol, { targetId, close }: Target): Promise<BlankTab> {
  const { sessionId } = await protocol.call('Target.attachToTarget', { targetId, flatten: true });
  const crash = watchForCrash(protocol, String(sessionId));
  const call = (method: string, params?: Parameters): Promise<Reply> =>
    Promise.race([protocol.call(method, params, String(sessionId)), crash]);
  const tab = tabOver(call, async () => {
    if (!protocol.hasEnded) await close();
  });
  await prepare(call, tab);
  return {
    async show(html, patience) {
      try {
        const url = await serveOnly(html, protocol, String(sessionId));
        await call('Page.navigate', { url });
        await whenReady(tab, patience);
        return tab;
      } catch (error) {
        await tab.close();
        throw error;
      }
    },
  };
}

/** @returns what rejects if the tab dies, while the browser lives on */
function watchForCrash(protocol: Protocol, sessionId: string): Promise<never> {
  const crash = new Promise<never>((_, reject) => {
    protocol.on('Inspector.targetCrashed', sessionId, () => {
      const hint = 'it may have run out of memory: close other programs, or export fewer --slides';
      reject(new BrowserError('browser-ended', 'the browser lost the page: it crashed', hint));
    });
  });
  crash.catch(() => {});
  return crash;
}

type CallTab = (method: string, params?: Parameters) => Promise<Reply>;

/** Nothing of the machine that prints is to be seen in what is printed. */
async function prepare(call: CallTab, tab: Tab): Promise<void> {
  await Promise.all([
    call('Inspector.enable'),
    tab.resize(1280, 720, 1),
    call('Emulation.setTimezoneOverride', { timezoneId: 'UTC' }),
    call('Emulation.setLocaleOverride', { locale: 'en-US' }),
    call('Emulation.setEmulatedMedia', { features }),
  ]);
}

/** What is asked of the page. */
const features = [
  { name: 'prefers-reduced-motion', value: 'reduce' },
  { name: 'prefers-color-scheme', value: 'light' },
] as const;

function tabOver(call: CallTab, close: () => Promise<void>): Tab {
  return {
    evaluate: (script) => evaluate(call, script),
    async print() {
      const { data } = await within(printPatience, 'printing the slides', () =>
        call('Page.printToPDF', {
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
        }),
      );
      return Buffer.from(String(data), 'base64');
    },
    async shoot({ format, quality, isTransparent = false }) {
      const color = isTransparent ? { color: { r: 0, g: 0, b: 0, a: 0 } } : {};
      await call('Emulation.setDefaultBackgroundColorOverride', color);
      const { data } = await within(shotPatience, 'taking a picture', () =>
        call('Page.captureScreenshot', { format, ...(quality !== undefined && { quality }) }),
      );
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
  if (exceptionDetails !== undefined) {
    const { text, exception } = exceptionDetails as Thrown;
    throw new Error(exception?.description ?? text);
  }
  return (result as { readonly value: T }).value;
}

interface Thrown {
  readonly text: string;
  readonly exception?: { readonly description?: string };
}
