import { existsSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { maskSecrets } from '../../src/base/diagnostics/mask-secrets.ts';
import { remoteFiles } from '../../src/base/remote/remote-files.ts';
import type { RemoteFile, RemoteProblem } from '../../src/model/remote.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';
import { mp4 } from '../support/media.ts';
import { startWebServer, type WebAnswer } from '../support/web-server.ts';
import { fetchingBuild, useCacheWithoutWeb } from './support.ts';

beforeEach(useCacheWithoutWeb);

/** What a build says about an image, without the source line; `BASE` stands for the address of the server. */
async function messagesFor(
  answers: Readonly<Record<string, WebAnswer>>,
  body: string,
): Promise<readonly string[]> {
  const { base } = await startWebServer(answers);
  const cwd = temporaryFolder({ 'talk.md': `# Talk\n\n${body.replaceAll('BASE', base)}\n` });
  const { exitCode, errors } = await fetchingBuild(cwd);
  expect(exitCode).toBe(1);
  return errors
    .replaceAll(base, 'BASE')
    .split('\n')
    .filter((line) => !/^ +\d* +│|^\d+ errors?|^$/.test(line));
}

const image = '![x](BASE/a.png)';

const redirect =
  (location: string): WebAnswer =>
  (_, response) =>
    response.writeHead(302, { location }).end();

describe('says why a file is not there:', () => {
  test('each one at its place', async () => {
    const body = `${image}\n\n<img src="BASE/a.png" alt=""> ![y](BASE/b.png)`;
    const reason = 'cannot be fetched: the server answers 404 (Not Found) [remote-failed]';
    const hint = '  check the address in a browser, or download the file and name it';
    expect(await messagesFor({}, body)).toEqual([
      `talk.md:3:6: error: "BASE/a.png" ${reason}`,
      hint,
      expect.stringMatching(/^talk\.md:5:\d+: error: "BASE\/b\.png" /),
      hint,
    ]);
  });

  const switching =
    'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
  const page = '<!doctype html><title>Log in</title>';
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`;
  test.each<[string, WebAnswer, string, string]>([
    ['a web page', page, 'is a web page and not a file', 'open it in a browser'],
    ['a pointer', pointer, 'is a Git LFS pointer and not the file', 'name the address'],
    ['nothing', '', 'is empty', 'open the address'],
    ['a text', 'Hello', 'is of no type that a page shows', 'open the address'],
    ['a PDF', '%PDF-1.7\n', 'is a PDF, which browsers do not show', 'open the address'],
    ['a video', mp4(), 'is video/mp4, and an image is needed here', '<video controls src="…">'],
    ['a redirect to itself', redirect('/a.png'), 'it redirects without end', 'check the address'],
    ['a redirect to a file', redirect('file:///etc/passwd'), 'it redirects to nowhere', 'check'],
    ['a redirect to another service', redirect('http://127.0.0.1:22/'), 'port 22 is not', 'check'],
    ['a server error', (_, response) => response.writeHead(500).end(), 'answers 500', 'later'],
    ['a partial answer', (_, response) => response.writeHead(206).end('x'), 'answers 206', 'check'],
    ['another protocol', ({ socket }) => socket.write(switching), 'answers 101', 'check'],
    ['a lost connection', ({ socket }) => socket.destroy(), 'ends the connection', 'later'],
  ])('%s', async (_, answer, reason, hint) => {
    const [message = '', advice = ''] = await messagesFor({ '/a.png': answer }, image);
    expect(message).toMatch(/^talk\.md:3:6: error: "BASE\/a\.png" /);
    expect(message).toContain(reason);
    expect(advice).toContain(hint);
  });
});

test('a private network is not asked without --fetch-private', async () => {
  const { base, asked } = await startWebServer({ '/a.png': png(1, 1) });
  const cwd = temporaryFolder({ 'talk.md': `# Talk\n\n![x](${base}/a.png)\n` });
  const { exitCode, errors } = await lectern(['build', 'talk.md', '--fetch-remote'], cwd);
  expect(exitCode).toBe(1);
  expect(errors).toContain('"127.0.0.1" is in a private network [remote-failed]');
  expect(errors).toContain('to fetch from it, add --fetch-private');
  expect(asked).toEqual([]);
});

test('in a deck of another tool a missing image is a warning, and a changed one an error', async () => {
  const { base, answers } = await startWebServer({ '/a.png': png(1, 1) });
  const text = `---\nmarp: true\n---\n\n# Talk\n\n![A cat](${base}/a.png) ![A dog](${base}/b.png)\n`;
  const cwd = temporaryFolder({ 'talk.md': text });
  const { exitCode, errors } = await fetchingBuild(cwd);
  expect(exitCode).toBe(0);
  expect(errors).toContain('warning: ');
  answers.set('/a.png', png(2, 2));
  await useCacheWithoutWeb();
  const changed = await fetchingBuild(cwd);
  expect(changed.exitCode).toBe(1);
  expect(changed.errors).toMatch(/error: .* has changed since/);
});

test('user names and passwords are refused, and not printed; nor are tokens', async () => {
  const { base, asked } = await startWebServer({});
  const text = `# Talk\n\n![x](${base.replace('://', '://me:secret@')}/a.png)\n\n![y](${base}/b.png?token=abc123)\n`;
  const cwd = temporaryFolder({ 'talk.md': text });
  const { errors } = await fetchingBuild(cwd);
  expect(errors).toContain('a user name or a password');
  expect(errors).toContain(`${base}/b.png?token=******" cannot be fetched`);
  expect(errors).not.toMatch(/secret|abc123/);
  expect(asked).toEqual(['/b.png?token=abc123']);
});

test('what is masked keeps its length', () => {
  const text =
    'see https://me:pw@example.org/a?x=1&api_key=k3y&size=2 and https://example.org/@me?sig=a%2Fb or /?accessToken=t0k&monkey=ape&clientSecret=s3#access_token=k';
  const masked =
    'see https://*****@example.org/a?x=1&api_key=***&size=2 and https://example.org/@me?sig=***** or /?accessToken=***&monkey=ape&clientSecret=**#access_token=*';
  expect(maskSecrets(text)).toBe(masked);
  expect(masked).toHaveLength(text.length);
});

describe('limits:', () => {
  const limits = { maxBytes: 1000, idle: 200, longest: 2000, pause: 1 };

  async function fetch(
    answers: Readonly<Record<string, WebAnswer>>,
    more: Readonly<Record<string, number>> = {},
    names: readonly string[] = Object.keys(answers),
  ): Promise<readonly (RemoteFile | RemoteProblem)[]> {
    const { base } = await startWebServer(answers);
    const root = temporaryFolder();
    const given = { updates: false, allowsPrivate: true, cwd: root };
    const files = remoteFiles({ ...given, limits: { ...limits, ...more } });
    const addresses = names.map((name) => base + name);
    const deck = await files.open(root, true);
    return [...(await deck.fetch(addresses)).values()];
  }

  const reasons = (results: readonly (RemoteFile | RemoteProblem)[]) =>
    results.map((result) => ('kind' in result ? result.reason : 'fetched'));

  test('the size of a file, announced or not, packed or not', async () => {
    const large = Buffer.concat([png(1, 1), Buffer.alloc(2000)]);
    const results = await fetch({
      '/announced': large,
      '/chunked': (_, response) => {
        response.write(large.subarray(0, 900));
        response.end(large.subarray(900));
      },
      '/packed': (_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large));
      },
      '/small': png(1, 1),
      '/small-packed': (_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(png(1, 1)));
      },
    });
    const large1 = expect.stringMatching(/^cannot be fetched: it has more than/);
    expect(reasons(results)).toEqual([large1, large1, large1, 'fetched', 'fetched']);
  });

  test('servers that are silent, at once or later', async () => {
    const results = await fetch({
      '/silent': () => {},
      '/stops': (_, response) => {
        response.write(png(1, 1).subarray(0, 20));
      },
    });
    const silent = 'cannot be fetched: the server does not answer in time';
    expect(reasons(results)).toEqual([silent, silent]);
  });

  test('answers before the answer', async () => {
    let count = 0;
    const results = await fetch({
      '/never': (_, response) => {
        const timer = setInterval(() => {
          count++;
          response.writeEarlyHints({ link: '</a>' });
        }, 5);
        response.on('close', () => clearInterval(timer));
      },
    });
    expect(reasons(results)).toEqual(['cannot be fetched: the server does not answer in time']);
    expect(count).toBeLessThan(100);
  });

  test('a file in thousands of chunks is whole', async () => {
    const bytes = Buffer.concat([png(1, 1), Buffer.alloc(5000, 'a')]);
    const results = await fetch(
      {
        '/a.png': ({ socket }) => {
          socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
          for (const byte of bytes) socket.write(Buffer.from([49, 13, 10, byte, 13, 10]));
          socket.write('0\r\n\r\n');
        },
      },
      { maxBytes: 10_000 },
    );
    const [file] = results;
    expect(file && 'bytes' in file && Buffer.from(file.bytes as Uint8Array)).toEqual(bytes);
  });

  test('the time of a file, with all its redirects', async () => {
    const hops: string[] = [];
    const slow = (next: string): WebAnswer => {
      return (_, response) => {
        hops.push(next);
        setTimeout(() => response.writeHead(302, { location: next }).end(), 100);
      };
    };
    const chain = Array.from({ length: 9 }, (_, i) => [`/${i}`, slow(`/${i + 1}`)] as const);
    const answers = { ...Object.fromEntries(chain), '/9': png(1, 1) };
    const results = await fetch(answers, { longest: 150 }, ['/0']);
    expect(reasons(results)).toEqual(['cannot be fetched: the server does not answer in time']);
    expect(hops.length).toBeLessThan(4);
  });

  test('a server that is busy is asked once more', async () => {
    let count = 0;
    const results = await fetch({
      '/busy': (_, response) => {
        if (++count === 1) response.writeHead(503, { 'retry-after': '0' }).end();
        else response.end(png(1, 1));
      },
    });
    expect(reasons(results)).toEqual(['fetched']);
  });

  test('the count of files of a run', async () => {
    const results = await fetch({ '/a': png(1, 1), '/b': png(1, 2) }, { mostFiles: 1 });
    expect(reasons(results).filter((reason) => reason === 'fetched').length).toBeLessThan(2);
    expect(reasons(results)).toContain('cannot be fetched: a run fetches at most 1 files');
  });
});

describe('invalid usage:', () => {
  test.each([
    [['--fetch-private'], '--fetch-private needs --fetch-remote'],
    [['--fetch-remote', '--allow-remote'], '--allow-remote and --fetch-remote exclude each other'],
    [['--fetch-remote=updat'], '--fetch-remote takes no value but "update"'],
    [['--allow-remote=yes'], '--allow-remote takes no value'],
  ])('%j', async (flags, message) => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk\n' });
    const { exitCode, errors } = await lectern(['build', 'talk.md', ...flags], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  });
});
