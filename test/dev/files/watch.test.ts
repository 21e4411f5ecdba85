import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FileWatch } from '../../../src/dev/files/watch.ts';
import { temporaryFolder, writeFiles } from '../../support/files.ts';

interface Watched {
  readonly folder: string;
  readonly file: (name: string) => string;
  readonly watch: FileWatch;
  /** How often it has told of a change. */
  count(): number;
  /** Resolves once it has told of all that was done before. */
  settled(): Promise<void>;
  /** Does something, and gives how often that was told of. */
  changesBy(act: () => unknown): Promise<number>;
}

/** Watches files in a new folder: all that it has, if no names are given. */
function watchFiles(
  files: Readonly<Record<string, string>>,
  names = Object.keys(files),
  polls = false,
): Watched {
  return watchIn(temporaryFolder(files), names, polls);
}

function watchIn(folder: string, names: readonly string[], polls = false): Watched {
  let changes = 0;
  const options = { roots: [folder], polls, notify: () => {} };
  const watch = new FileWatch(options, () => {
    changes++;
  });
  onTestFinished(() => watch.close());
  const file = (name: string): string => path.join(folder, name);
  watch.follow(names.map(file));
  const settled = settlingIn(temporaryFolder({ last: 'x' }), polls);
  return {
    folder,
    file,
    watch,
    count: () => changes,
    settled,
    changesBy: async (act) => {
      const before = changes;
      await act();
      await expect.poll(() => changes).toBeGreaterThan(before);
      await settled();
      return changes - before;
    },
  };
}

/**
 * A second watch, whose own file is deleted and comes back: it tells of both only after the time that
 * editors are given, and by then any other watch has told of what was done before.
 */
function settlingIn(folder: string, polls: boolean): () => Promise<void> {
  const last = path.join(folder, 'last');
  let changes = 0;
  const watch = new FileWatch({ roots: [folder], polls, notify: () => {} }, () => {
    changes++;
  });
  onTestFinished(() => watch.close());
  watch.follow([last]);
  return async () => {
    for (const change of [() => unlinkSync(last), () => writeFileSync(last, 'x')]) {
      const before = changes;
      change();
      await expect.poll(() => changes).toBeGreaterThan(before);
    }
  };
}

/** Begins a save that an editor takes a moment for, and ends it before the watch gives it up. */
async function saveInTwoSteps(first: () => void, second: () => void): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  first();
  // The watch has heard of it, and looks at the file: that it is gone or empty it does not tell yet.
  await expect.poll(() => vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(40);
  await expect.poll(() => vi.getTimerCount()).toBe(1);
  second();
  vi.useRealTimers();
}

test.each([false, true])('a save in place is one change, also with polling (%s)', async (polls) => {
  const { file, changesBy, settled } = watchFiles({ 'talk.md': 'one' }, ['talk.md'], polls);
  await settled();
  expect(await changesBy(() => writeFileSync(file('talk.md'), 'two'))).toBe(1);
});

test('a save by rename, as editors do, is one change, each time', async () => {
  const { file, changesBy } = watchFiles({ 'talk.md': 'one' });
  for (const text of ['two', 'three', 'four']) {
    const save = (): void => {
      writeFileSync(file('.talk.md.swp'), text);
      renameSync(file('.talk.md.swp'), file('talk.md'));
    };
    expect(await changesBy(save)).toBe(1);
  }
});

test('a save that first moves the old file away is one change, as in Vim', async () => {
  const { file, changesBy } = watchFiles({ 'talk.md': 'one' });
  const save = () =>
    saveInTwoSteps(
      () => renameSync(file('talk.md'), file('talk.md~')),
      () => {
        writeFileSync(file('talk.md'), 'two');
        unlinkSync(file('talk.md~'));
      },
    );
  expect(await changesBy(save)).toBe(1);
});

test('a save that empties the file first is one change', async () => {
  const { file, changesBy } = watchFiles({ 'talk.md': 'one' });
  const save = () =>
    saveInTwoSteps(
      () => writeFileSync(file('talk.md'), ''),
      () => appendFileSync(file('talk.md'), 'two'),
    );
  expect(await changesBy(save)).toBe(1);
});

test('a file that is deleted is a change, and one that is back another', async () => {
  const { file, changesBy } = watchFiles({ 'talk.md': 'one' });
  expect(await changesBy(() => unlinkSync(file('talk.md')))).toBe(1);
  expect(await changesBy(() => writeFileSync(file('talk.md'), 'one'))).toBe(1);
});

test('a file that stays empty is a change', async () => {
  const { file, changesBy } = watchFiles({ 'talk.md': 'one' });
  expect(await changesBy(() => writeFileSync(file('talk.md'), ''))).toBe(1);
});

test('what does not change what is in a file is no change', async () => {
  const { file, folder, count, settled } = watchFiles({ 'talk.md': 'one' });
  writeFileSync(file('talk.md'), 'one');
  utimesSync(file('talk.md'), new Date(), new Date());
  writeFiles(folder, { 'other.md': 'x', 'dist/talk.html': 'x', 'talk.md.bak': 'x' });
  await settled();
  expect(count()).toBe(0);
});

test('a file may appear after its first mention, in a folder that is not there yet', async () => {
  const { file, folder, changesBy } = watchFiles({ 'talk.md': '' }, ['parts/deep/a.md']);
  expect(await changesBy(() => writeFiles(folder, { 'parts/deep/a.md': 'one' }))).toBe(1);
  expect(await changesBy(() => writeFileSync(file('parts/deep/a.md'), 'two'))).toBe(1);
});

test('a folder that is renamed takes its files away, and brings them back', async () => {
  const { file, changesBy } = watchFiles({ 'a/b/talk.md': 'one', 'a/b/data.csv': 'x' });
  expect(await changesBy(() => renameSync(file('a'), file('z')))).toBe(1);
  expect(await changesBy(() => renameSync(file('z'), file('a')))).toBe(1);
  expect(await changesBy(() => writeFileSync(file('a/b/talk.md'), 'two'))).toBe(1);
});

test('a folder that is deleted and made anew is watched on', async () => {
  const { file, folder, changesBy } = watchFiles({ 'a/b/talk.md': 'one' });
  const remake = (): void => {
    rmSync(file('a'), { recursive: true });
    mkdirSync(file('a'));
    writeFiles(folder, { 'a/b/talk.md': 'two' });
  };
  expect(await changesBy(remake)).toBe(1);
  expect(await changesBy(() => writeFileSync(file('a/b/talk.md'), 'three'))).toBe(1);
});

test('the project folder itself may be renamed away and back, or made anew', async () => {
  const root = path.join(temporaryFolder({ 'project/slides/talk.md': 'one' }), 'project');
  const { file, changesBy } = watchIn(root, ['slides/talk.md']);
  expect(await changesBy(() => renameSync(root, `${root}-away`))).toBe(1);
  expect(await changesBy(() => renameSync(`${root}-away`, root))).toBe(1);
  expect(await changesBy(() => writeFileSync(file('slides/talk.md'), 'two'))).toBe(1);
  expect(await changesBy(() => rmSync(root, { recursive: true }))).toBe(1);
  expect(await changesBy(() => writeFiles(root, { 'slides/talk.md': 'three' }))).toBe(1);
  expect(await changesBy(() => writeFileSync(file('slides/talk.md'), 'four'))).toBe(1);
});

test('a link is followed, to a file or a folder, and so is a link that leads elsewhere', async () => {
  const folder = temporaryFolder({ 'real/talk.md': 'one', 'other/talk.md': 'three' });
  symlinkSync(path.join(folder, 'real'), path.join(folder, 'linked'));
  symlinkSync(path.join(folder, 'linked/talk.md'), path.join(folder, 'talk.md'));
  const { file, changesBy } = watchIn(folder, ['talk.md']);
  expect(await changesBy(() => writeFileSync(file('real/talk.md'), 'two'))).toBe(1);
  const relink = (): void => {
    symlinkSync(file('other'), file('linked.new'));
    renameSync(file('linked.new'), file('linked'));
  };
  expect(await changesBy(relink)).toBe(1);
  expect(await changesBy(() => writeFileSync(file('other/talk.md'), 'four'))).toBe(1);
});

test('a burst of a hundred changes is few, and the last is never lost', async () => {
  const { file, changesBy } = watchFiles({ 'talk.md': '0' });
  const burst = async (): Promise<void> => {
    for (let i = 1; i <= 100; i++) {
      writeFileSync(file('talk.md'), `${i}`);
      if (i % 10 === 0) await new Promise(setImmediate);
    }
  };
  expect(await changesBy(burst)).toBeLessThan(30);
  expect(await changesBy(() => writeFileSync(file('talk.md'), 'after'))).toBe(1);
});

test('a change between reading and watching is told', async () => {
  const { file, watch, count } = watchFiles({ 'talk.md': 'one', 'late.md': 'one' }, ['talk.md']);
  watch.begin();
  writeFileSync(file('late.md'), 'two');
  watch.follow([file('talk.md'), file('late.md')]);
  expect(count()).toBe(1);
});

test('a file that changed while it was read, and is as before, is told', async () => {
  const { file, watch, count, settled } = watchFiles({ 'talk.md': 'one' });
  watch.begin();
  writeFileSync(file('talk.md'), 'two');
  writeFileSync(file('talk.md'), 'one');
  await settled();
  expect(count()).toBe(0);
  watch.follow([file('talk.md')]);
  expect(count()).toBe(1);
});

test('what is no longer followed is no longer told', async () => {
  const { file, watch, count, settled } = watchFiles({ 'talk.md': 'one', 'a/old.md': 'one' });
  watch.follow([file('talk.md')]);
  writeFileSync(file('a/old.md'), 'two');
  await settled();
  expect(count()).toBe(0);
});
