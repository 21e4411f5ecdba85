import { describe, expect, test } from 'vitest';
import { usualLocations } from '../../src/6-export/browser/find.ts';

describe('a browser is looked for', () => {
  test('on macOS, among the applications of all users and of this one', () => {
    const environment = { PATH: '/usr/bin' };
    const places = usualLocations({ platform: 'darwin', environment, home: '/Users/ada' });
    expect(places[0]).toBe('/usr/bin/chrome-headless-shell');
    expect(places.filter((file) => !file.startsWith('/usr/bin'))).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]);
  });

  test('on Windows, among the programs of all users and of this one, Edge last', () => {
    const environment = {
      PATH: String.raw`C:\Windows;C:\tools`,
      PROGRAMFILES: String.raw`C:\Program Files`,
      'PROGRAMFILES(X86)': String.raw`C:\Program Files (x86)`,
      LOCALAPPDATA: String.raw`C:\Users\ada\AppData\Local`,
    };
    const places = usualLocations({
      platform: 'win32',
      environment,
      home: String.raw`C:\Users\ada`,
    });
    expect(places[0]).toBe(String.raw`C:\Windows\chrome-headless-shell.exe`);
    expect(places[1]).toBe(String.raw`C:\tools\chrome-headless-shell.exe`);
    expect(places.slice(-9)).toEqual([
      String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
      String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
      String.raw`C:\Users\ada\AppData\Local\Google\Chrome\Application\chrome.exe`,
      String.raw`C:\Program Files\Chromium\Application\chrome.exe`,
      String.raw`C:\Program Files (x86)\Chromium\Application\chrome.exe`,
      String.raw`C:\Users\ada\AppData\Local\Chromium\Application\chrome.exe`,
      String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
      String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
      String.raw`C:\Users\ada\AppData\Local\Microsoft\Edge\Application\msedge.exe`,
    ]);
  });

  test('on Linux, on the path, those without windows first; then where packages put them', () => {
    const environment = { PATH: '/usr/local/bin::/usr/bin' };
    const places = usualLocations({ platform: 'linux', environment, home: '/home/ada' });
    expect(places.slice(0, 4)).toEqual([
      '/usr/lib/chromium/chromium-headless-shell',
      '/usr/local/bin/chrome-headless-shell',
      '/usr/bin/chrome-headless-shell',
      '/usr/local/bin/chromium-headless-shell',
    ]);
    expect(places.slice(-3)).toEqual([
      '/opt/google/chrome/chrome',
      '/snap/bin/chromium',
      '/opt/microsoft/msedge/msedge',
    ]);
    expect(usualLocations({ platform: 'linux', environment: {}, home: '/' })).toHaveLength(4);
  });
});
