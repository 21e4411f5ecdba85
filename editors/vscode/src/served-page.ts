import { get, type IncomingMessage } from 'node:http';

/** A page of `lectern dev`, opened as a browser does. */
export interface ServedPage {
  /** Its address, which works with the cookie alone. */
  readonly url: URL;
  readonly cookie: string;
  /** What the page says of its connection. */
  readonly settings: {
    readonly deck: string;
    readonly version: string;
    readonly token: string;
    /** The path of the WebSocket. */
    readonly live: string;
  };
}

const maxRedirects = 5;

/** @param address that `lectern dev` has printed, with its token */
export async function openServedPage(address: string): Promise<ServedPage> {
  let url = new URL(address);
  let cookie = '';
  for (let i = 0; i < maxRedirects; i++) {
    const response = await request(url, cookie);
    cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie;
    const { location } = response.headers;
    if (location === undefined) {
      const settings = settingsIn(await textOf(response));
      url.search = '';
      return { url, cookie, settings };
    }
    response.resume();
    url = new URL(location, url);
  }
  throw new Error(`${address} leads nowhere`);
}

function request(url: URL, cookie: string): Promise<IncomingMessage> {
  const headers = cookie === '' ? {} : { cookie };
  return new Promise((resolve, reject) => {
    get(url, { headers }, resolve).on('error', reject);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const part of response) text += part;
  return text;
}

function settingsIn(page: string): ServedPage['settings'] {
  const element = /<script type="application\/json" id="lectern-dev">([^<]*)<\/script>/;
  const json = element.exec(page)?.[1];
  if (json === undefined) throw new Error('this is no page of lectern dev');
  return JSON.parse(json);
}
