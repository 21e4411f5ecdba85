import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { shownSlide } from '../../support/browser/stage.ts';
import { temporaryFolder } from '../../support/files.ts';
import { serveDeck, serveFolder } from '../session.ts';
import {
  button,
  openPage,
  openRemote,
  openStage,
  phone,
  saying,
  serveTalk,
  titled,
} from './remote-page.ts';

describe('the stage', () => {
  test('that is missing is missed, until there is one', async ({ browser }) => {
    const stand = await serveTalk();
    const remote = await openRemote(browser, stand);
    await saying(remote, 'No presenter window: open the deck on the computer that shows it.');
    expect(await button(remote, 'Next').getAttribute('aria-disabled')).toBe('true');
    await button(remote, 'Next').click({ force: true });
    const stage = await openPage(browser, stand.url);
    await titled(remote, 'A talk');
    expect(await remote.locator('.remote-status').innerText()).toBe('');
    expect(await shownSlide(stage)).toBe('1 of 5: A talk');
    // Who reads the deck presents nothing.
    await stage.keyboard.press('r');
    await saying(remote, 'No presenter window');
    await stage.keyboard.press('r');
    await titled(remote, 'A talk');
    await stage.close();
    await saying(remote, 'No presenter window');
  });

  test('is counted, also while the list of slides is open', async ({ browser }) => {
    const { remote, url } = await openStage(browser);
    await remote.getByRole('button', { name: 'All slides' }).click();
    const note = remote.getByText('2 pages show this deck');
    expect(await note.count()).toBe(0);
    const second = await openPage(browser, url);
    await note.waitFor();
    await second.close();
    await note.waitFor({ state: 'detached' });
  });

  test('is the page that was opened or led on last, whatever the server does to others', async ({
    browser,
  }) => {
    const { remote, url, stage: first, edit } = await openStage(browser);
    const second = await openPage(browser, url);
    await button(remote, 'Next').click();
    await expect.poll(() => shownSlide(second)).toBe('2 of 5: Bread');
    expect(await shownSlide(first)).toBe('1 of 5: A talk');
    await first.keyboard.press('End');
    await titled(remote, 'Last');
    // Both go to the slide that is edited, or load it anew, and nobody has used them.
    edit('- water', '- milk');
    await titled(remote, 'Bread');
    edit('## Last', '## Last\n\n```chart bar\nx,y\na,1\n```');
    await titled(remote, 'Last');
    await remote.getByRole('button', { name: 'All slides' }).click();
    await remote.getByText('2 pages show this deck').waitFor();
    await button(remote, 'Close').click();
    await button(remote, 'Previous').click();
    await titled(remote, 'Code');
    await expect.poll(() => shownSlide(first)).toBe('4 of 5: Code');
    expect(await shownSlide(second)).toBe('5 of 5: Last');
    await first.close();
    await titled(remote, 'Last');
  });

  test('has nothing to do with the remote of another deck', async ({ browser }) => {
    const folder = temporaryFolder({
      'package.json': '{}',
      'a.md': '# A\n\n---\n\n# A2',
      'b.md': '# B\n\n---\n\n# B2',
    });
    const { session, built } = await serveFolder(folder, ['a.md', 'b.md']);
    await built(({ deck }) => deck.name === 'b');
    const stages = [];
    for (const name of ['a', 'b'])
      stages.push(
        await openPage(
          browser,
          new URL(`/${name}/${new URL(session.url).search}`, session.url).href,
        ),
      );
    const remote = await openPage(
      browser,
      new URL(`/a/remote${new URL(session.url).search}`, session.url).href,
      phone,
    );
    await button(remote, 'Next').click();
    await titled(remote, 'A2');
    const shown = await Promise.all(stages.map(shownSlide));
    expect(shown).toEqual(['2 of 2: A2', '1 of 2: B']);
  });
});

describe('a connection that is lost', () => {
  test('comes back by itself, and what was pressed meanwhile does nothing', async ({ browser }) => {
    const stand = await serveTalk();
    const stage = await openPage(browser, stand.url);
    const page = await browser.openWindow(phone);
    const network = { isThere: true, held: [] as (() => void)[], drop: () => {} };
    await page.routeWebSocket(/live/, (socket) => {
      const server = socket.connectToServer();
      network.drop = () => socket.close();
      const pass = (send: () => void): unknown =>
        network.isThere ? send() : network.held.push(send);
      socket.onMessage((message) => pass(() => server.send(message)));
      server.onMessage((message) => pass(() => socket.send(message)));
    });
    await page.goto(stand.session.remoteUrl);
    await titled(page, 'A talk');
    network.drop();
    await saying(page, 'Not connected');
    await titled(page, 'A talk');
    await page.locator('.remote:not(.idle)').waitFor();
    await button(page, 'Next').click();
    await titled(page, 'Bread');
    // The network holds everything up, without a word.
    network.isThere = false;
    await button(page, 'Next').click();
    await saying(page, 'The presenter window does not respond.');
    await saying(page, 'Not connected');
    await button(page, 'Next').click({ force: true });
    const held = network.held.splice(0);
    network.isThere = true;
    for (const send of held) send();
    await page.locator('.remote:not(.idle)').waitFor();
    await button(page, 'Previous').click();
    await titled(page, 'A talk');
    expect(await shownSlide(stage)).toBe('1 of 5: A talk');
  });

  test('comes back to a server that was started again', async ({ browser }) => {
    const { session, folder, port, remote, stage } = await openStage(browser);
    session.close();
    await saying(remote, 'Not connected');
    expect(await button(remote, 'Next').getAttribute('aria-disabled')).toBe('true');
    const again = await serveDeck(folder, 'talk.md', { port });
    await saying(remote, /has a new address/);
    // Another tab of the same browser has it, on the phone and on the laptop.
    await (await remote.context().newPage()).goto(again.session.remoteUrl);
    const tab = await stage.context().newPage();
    await tab.goto(again.session.url);
    await tab.close();
    await remote.locator('.remote.has-presentation:not(.idle)').waitFor();
    await button(remote, 'Next').click();
    await titled(remote, 'Bread');
  });

  test('says that the address is a new one where it is', async ({ browser }) => {
    const stand = await serveTalk({ isOpen: true });
    const remote = await openRemote(browser, stand);
    expect(new URL(remote.url()).search).toBe('');
    await saying(remote, 'No presenter window');
    stand.session.close();
    await saying(remote, 'Not connected');
    const again = await serveDeck(stand.folder, 'talk.md', { isOpen: true, port: stand.port });
    await saying(remote, /has a new address. Scan the new code/);
    // Another tab of the same browser has it.
    await (await remote.context().newPage()).goto(again.session.remoteUrl);
    await saying(remote, 'No presenter window');
  });
});
