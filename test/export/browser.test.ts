import { spawn } from 'node:child_process';
import dgram from 'node:dgram';
import { readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { type Browser, startBrowser } from '../../src/6-export/browser/browser.ts';
import { killAll, processes } from '../support/browser/processes.ts';
import { ownBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern, runLectern } from '../support/lectern.ts';
import { askPdfTool } from '../support/pdf/pdf-tools.ts';

/** Where processes can be looked at in /proc. */
const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;

function browserFile(): string {
  const found = inject('browser');
  if ('problem' in found) throw new Error(found.problem);
  return found.path;
}

/** Processes and files that browsers of a folder for temporary files have left. */
function remains(tmp: string): readonly string[] {
  return [...processes(tmp), ...readdirSync(tmp)];
}

const ready = `<script>document.documentElement.dataset.ready = ''</script>`;

describe('in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser({ file: browserFile(), sandbox: !isRoot });
  });

  afterAll(() => browser.stop());

  test('a hostile page gets neither files nor addresses of the machine', async () => {
    const asked: (string | undefined)[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url);
      response.end('the secret of a server');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const secret = path.join(
      temporaryFolder({ 'secret.txt': 'the secret of a file' }),
      'secret.txt',
    );
    // Without the policy that each page of ours has.
    const tab = await browser.open(`<!doctype html><title>Hostile</title>Here it is:
      <iframe src="file://${secret}"></iframe><iframe src="${url}/frame"></iframe>
      <img src="${url}/image.png" alt=""><link rel="stylesheet" href="${url}/style.css">
      <object data="file://${secret}"></object>
      <script>
        for (const address of ['${url}/fetch', 'file://${secret}']) {
          fetch(address).then((r) => r.text()).then((text) => document.body.append(text), () => {});
        }
        open('${url}/window');
        navigator.sendBeacon('${url}/beacon');
        new WebSocket('${url.replace('http', 'ws')}/socket');
      </script>${ready}`);
    const pdf = path.join(temporaryFolder(), 'hostile.pdf');
    writeFileSync(pdf, await tab.print());
    await tab.close();
    const text = askPdfTool('pdftotext', pdf, '-');
    expect(text).toContain('Here it is');
    expect(text).not.toContain('secret');
    const away = `<script>location = '${url}/away'</script>${ready}`;
    await expect(browser.open(away, 1000)).rejects.toMatchObject({ code: 'page-unready' });
    expect(asked).toEqual([]);
  });

  test('a hostile page sends nothing by WebRTC', async () => {
    const packets: string[] = [];
    const udp = dgram.createSocket('udp4').on('message', () => void packets.push('UDP'));
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    const tcp = net.createServer((socket) => {
      packets.push('TCP');
      socket.destroy();
    });
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      udp.close();
      tcp.close();
    });
    const { port } = tcp.address() as AddressInfo;
    const servers = [
      { urls: `stun:127.0.0.1:${udp.address().port}` },
      { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'a', credential: 'b' },
    ];
    // Until the browser has asked all servers, or has none to ask.
    const script = `<script>(async () => {
      const connection = new RTCPeerConnection({ iceServers: ${JSON.stringify(servers)} });
      const asked = new Promise((resolve) => {
        connection.onicegatheringstatechange = () => {
          if (connection.iceGatheringState === 'complete') resolve();
        };
      });
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
      await asked;
      document.documentElement.dataset.ready = '';
    })()</script>`;
    // The first tab belongs to the browser's own profile, the next one to another.
    for (const name of ['first', 'second']) {
      const tab = await browser.open(`<!doctype html><title>${name}</title>${script}`);
      await tab.close();
    }
    expect(packets).toEqual([]);
  });

  test.each([
    ['its scripts', '<p>No promise is made.'],
    ['its scripts', '<script>for (;;);</script>'],
  ])('a page that never gets ready is named, and what it waits for: %s', async (what, html) => {
    await expect(browser.open(html, 1000)).rejects.toMatchObject({
      code: 'page-unready',
      message: `the page was not ready after 1 s; still loading: ${what}`,
    });
  });

  test('a page is waited for until it is ready', async () => {
    const tab = await browser.open(`<p>Soon<script>
      setTimeout(() => { document.documentElement.dataset.ready = ''; }, 300);
    </script>`);
    expect(await tab.evaluate('document.body.innerText')).toBe('Soon');
    await tab.close();
  });
});

/** What was killed takes a moment to be gone. */
async function expectNothingLeft(tmp: string): Promise<void> {
  await expect.poll(() => remains(tmp)).toEqual([]);
}

describe.runIf(isLinux)('nothing is left behind', () => {
  /** So long that its export does not end by itself before what a test does to it. */
  const deck = `# Talk${'\n\n---\n\n## More'.repeat(400)}`;

  async function exportWith(onStart: (pid: number, tmp: string) => void): Promise<{
    tmp: string;
    exitCode: number | null;
    signal: unknown;
    errors: string;
    cwd: string;
  }> {
    const cwd = temporaryFolder({ 'talk.md': deck });
    const tmp = temporaryFolder();
    const outcome = await runLectern(['export', 'talk.md', ...ownBrowser()], {
      cwd,
      env: { ...process.env, TMPDIR: tmp },
      onStart: (child) => onStart(child.pid ?? 0, tmp),
    });
    return { tmp, cwd, exitCode: outcome.exitCode, signal: outcome.signal, errors: outcome.errors };
  }

  /** Does something as soon as the browser runs. */
  async function whenBrowserRuns(tmp: string, act: () => void): Promise<void> {
    await expect.poll(() => processes(tmp).length, { interval: 50 }).toBeGreaterThanOrEqual(3);
    act();
  }

  test('after an export', async () => {
    const { tmp, exitCode } = await exportWith(() => {});
    expect(exitCode).toBe(0);
    await expectNothingLeft(tmp);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('after %s', async (name) => {
    const { tmp, signal, cwd } = await exportWith((pid, folder) => {
      void whenBrowserRuns(folder, () => process.kill(pid, name));
    });
    expect(signal).toBe(name);
    await expectNothingLeft(tmp);
    expect(readdirSync(cwd)).toEqual(['talk.md']);
  });

  test('after SIGKILL, the browser ends by itself', async () => {
    const { tmp, signal, cwd } = await exportWith((pid, folder) => {
      void whenBrowserRuns(folder, () => process.kill(pid, 'SIGKILL'));
    });
    expect(signal).toBe('SIGKILL');
    expect(readdirSync(cwd)).toEqual(['talk.md']);
    await expect.poll(() => processes(tmp)).toEqual([]);
  });

  test('after a browser that was killed; that is said', async () => {
    // One that dies before it is needed is started once more, so a single kill may not be noticed.
    let kills: NodeJS.Timeout | undefined;
    const { tmp, exitCode, errors } = await exportWith((_, folder) => {
      kills = setInterval(() => killAll(processes(folder)), 100);
    });
    clearInterval(kills);
    // It may have been starting still, or at work already.
    expect(errors).toMatch(/^error: .*\[browser-(?:missing|ended)\]/m);
    expect(exitCode).toBe(1);
    await expectNothingLeft(tmp);
  });
});

describe.runIf(isLinux)('what dies in the middle is named:', () => {
  test.each([
    ['a page', 'type=renderer', 'the page crashed in the browser', false],
    [
      'a browser',
      '',
      'the browser ended before the export was done: it was ended by SIGKILL',
      true,
    ],
  ])('%s', async (_, marker, message, hasEnded) => {
    const tmp = temporaryFolder();
    vi.stubEnv('TMPDIR', tmp);
    const browser = await startBrowser({ file: browserFile(), sandbox: !isRoot });
    vi.unstubAllEnvs();
    onTestFinished(() => browser.stop());
    const tab = await browser.open(ready);
    const forever = tab.evaluate('new Promise(() => {})');
    killAll(processes(tmp, marker));
    await expect(forever).rejects.toMatchObject({ code: 'browser-ended', message });
    expect(browser.hasEnded).toBe(hasEnded);
  });
});

describe('a browser that runs elsewhere', () => {
  test('is reached by its address, and goes on', async () => {
    const profile = temporaryFolder();
    const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
    const args = [...flags, ...(isRoot ? ['--no-sandbox'] : [])];
    const child = spawn(browserFile(), args, { detached: true });
    onTestFinished(async () => {
      const end = new Promise((resolve) => child.once('close', resolve));
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await end;
    });
    const socket = await new Promise<string>((resolve) => {
      child.stderr.on('data', (data) => {
        const url = /ws:\/\/\S+/.exec(String(data))?.[0];
        if (url) resolve(url);
      });
    });
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    for (const url of [socket, `http://${new URL(socket).host}`]) {
      const { errors, output } = await lectern(['export', 'talk.md', '--browser-url', url], cwd);
      expect(errors).toBe('');
      expect(output).toMatch(/^dist\/talk\.pdf/);
    }
    expect(child.exitCode).toBe(null);
    // It closes ours once it sees that we are gone.
    const list = async (): Promise<string> => {
      return (await fetch(`http://${new URL(socket).host}/json/list`)).text();
    };
    await expect.poll(list).not.toContain('deck.invalid');
  });
});
