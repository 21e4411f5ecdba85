import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasPrivateKey, hasSecretName } from '../../../src/base/files/secret-file.ts';
import { temporaryFolder } from '../../support/files.ts';
import { buildFixture } from '../../support/fixtures.ts';
import { rowsOf, xlsx } from '../../support/xlsx.ts';

const secret = 'nobody-may-read-this';
const key = `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----\n`;

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${content}</svg>`;

/** A project with keys and passwords in files that are not hidden. */
function project(deck: string): string {
  const folder = temporaryFolder({
    'package.json': '{}',
    'deck.md': deck,
    id_rsa: secret,
    'key.pem': secret,
    'credentials.json': `[{"a": "${secret}", "b": 1}]`,
    'secrets.yaml': secret,
    'deploy/netrc': secret,
    'notes.txt': key,
    'part.md': `# Part\n\n${key}`,
    'numbers.csv': `x,y\n"${key}",1\n`,
    'config.js': `const key = \`${key}\`;`,
    'lines.js': `export default ['-----BEGIN PRIVATE KEY-----', 'MIIE${secret}'].join('\\n');`,
    'book.xlsx': xlsx({
      sheets: {
        A: rowsOf([
          ['x', 'y'],
          [key, 1],
        ]),
      },
    }),
    'key.css': `/*\n${key}*/\nh1 { color: red }`,
    'import.css': '@import "key.css";',
    'image.css': 'h1 { background: url("key.svg") }',
    'key.svg': svg(`<text>${key}</text>`),
    'comment.svg': svg(`<!--\n${key}-->`),
    'themes/found/theme.css': `/*\n${key}*/`,
    'utf16.csv': Buffer.from(`\ufeffx,y\n"${key}",1\n`, 'utf16le'),
  });
  symlinkSync('id_rsa', path.join(folder, 'plain.txt'));
  symlinkSync('notes.txt', path.join(folder, 'server.key'));
  symlinkSync('deploy', path.join(folder, 'code'));
  mkdirSync(path.join(folder, 'themes/linked'));
  symlinkSync('../../secrets.yaml', path.join(folder, 'themes/linked/theme.css'));
  return folder;
}

const code = (src: string): string => `# A\n\n\`\`\`sh src=${src}\n\`\`\`\n`;
const chart = (data: string): string => `# A\n\n\`\`\`chart bar\ndata: ${data}\n\`\`\`\n`;

const byName = 'files of this kind and name usually contain keys or passwords';
const byContent = 'it contains a private key';

test.each([
  ['a code sample', code('id_rsa'), byName],
  ['a code sample by its kind', code('key.pem'), byName],
  ['a code sample in a folder', code('deploy/netrc'), byName],
  ['an encoded path', code('%69d_rsa'), byName],
  ['a code sample by its name', code('secrets.yaml'), byName],
  ['a link to a key', code('plain.txt'), byName],
  ['a link with the name of a key', code('server.key'), byName],
  ['a link to a folder', code('code/netrc'), byName],
  ['data', chart('credentials.json'), byName],
  ['a table', '# A\n\n```table\ndata: credentials.json\n```\n', byName],
  ['an include', '# A\n\n---\nsrc: id_rsa\n---\n', byName],
  ['an image', '# A\n\n![A picture](key.pem)\n', byName],
  ['a script', '---\nscripts: id_rsa\n---\n\n# A\n', byName],
  ['a style sheet', '---\nstyles: key.pem\n---\n\n# A\n', byName],
  ['a theme that is a link', '---\ntheme: linked\n---\n\n# A\n', byName],
  ['a script of any name', '---\nscripts: config.js\n---\n\n# A\n', byContent],
  ['a script with lines', '---\nscripts: lines.js\n---\n\n# A\n', byContent],
  ['a style sheet of any name', '---\nstyles: key.css\n---\n\n# A\n', byContent],
  ['an imported style sheet', '---\nstyles: import.css\n---\n\n# A\n', byContent],
  ['an image of a style sheet', '---\nstyles: image.css\n---\n\n# A\n', byContent],
  ['a theme', '---\ntheme: found\n---\n\n# A\n', byContent],
  ['a theme by its path', '---\ntheme: ./key.css\n---\n\n# A\n', byContent],
  ['an SVG image', '# A\n\n![A picture](key.svg)\n', byContent],
  ['a comment of an SVG image', '# A\n\n---\nbackground: comment.svg\n---\n\n# B\n', byContent],
  ['an SVG image in HTML', '# A\n\n<img src="key.svg" alt="A picture">\n', byContent],
  ['a code sample of any name', code('notes.txt'), byContent],
  ['an include of any name', '# A\n\n---\nsrc: part.md\n---\n', byContent],
  ['data of any name', chart('numbers.csv'), byContent],
  ['a workbook', chart('book.xlsx'), byContent],
  ['data in another encoding', chart('utf16.csv'), byContent],
])('a deck does not get a key by %s', async (_, deck, reason) => {
  const messages = (await buildFixture(project(deck))).join('\n');
  expect(messages).toContain(reason);
  expect(messages).not.toContain(secret);
});

test('a message does not tell whether there is a file with a key', async () => {
  const of = async (src: string) => (await buildFixture(project(code(src)))).join('\n');
  expect((await of('id_rsa')).replaceAll('id_rsa', 'X')).toBe(
    (await of('id_dsa')).replaceAll('id_dsa', 'X'),
  );
});

test.each([
  ...['id_ed25519', 'ID_RSA', 'id_ecdsa_sk', 'a/b.P12', 'x.pfx', 'x.jks', 'x.kdbx', '_netrc'],
  ...['netrc', 'prod.env', 'env', 'env.production', 'htpasswd', 'terraform.tfstate', 'pgpass.conf'],
  ...['credentials', 'aws-credentials.csv', 'secrets.prod.yml', 'db_secrets.toml', 'password.txt'],
  ...['client_secret_12.json', 'service-account.json', 'service_account-prod.json', 'secrets.h'],
  ...['secrets/db.yaml', 'secrets/db_password', 'config\\Credentials\\x.json', 'kubeconfig'],
  ...['serviceAccountKey.json', 'rootkey.csv', 'accessKeys.csv', 'alice_accessKeys.csv'],
  ...['private-key.txt', 'privatekey.txt', 'deploy_key', 'my-deploy-key.txt', 'ssh_key'],
  ...['kubeconfig.yaml', 'htpasswd.txt', 'pgpass.txt', 'netrc.txt', 'key4.db', 'key3.db'],
  ...['key.asc', 'private.asc', 'auth.json', 'api-keys.json', 'apikey.yaml', 'local.settings.json'],
  ...['bitwarden_export.json', 'lastpass.csv', '1password.csv', 'keepassxc-export.csv'],
  ...['id_rsa.bak', 'id_rsa.txt', 'x.pem.txt', 'server.key.old', 'dockerconfig.json', 'id_rsa~'],
  ...['github_token.txt', 'npm-token.txt', 'api_token.json', 'vault.yml', 'gitlab.token.txt'],
])('%s holds secrets', (file) => {
  expect(hasSecretName(file)).toBe(true);
});

test.each([
  ...['id_rsa.pub', 'passwords.md', 'password-strength.csv', 'secret-santa.csv', 'secrets.svg'],
  ...[
    'keys.csv',
    'key.ts',
    'notes.txt',
    'a.old.txt',
    'environment.txt',
    'tokens.json',
    'environment.ts',
    'secrets/part.md',
    'monkey.png',
  ],
  ...['credentials.test.ts', 'Makefile', 'cert.crt', 'shadow.css', 'identity.md', 'keynote.md'],
  ...[
    'primary-key.txt',
    'foreign_key.sql',
    'token-counts.csv',
    'auth.ts',
    'vault.svg',
    'keys.json',
  ],
  ...[
    'design-tokens.json',
    'tokens-per-second.csv',
    'public.asc',
    'hotkey.txt',
    'service-levels.csv',
  ],
  ...[
    'api-tokens-used.csv',
    'key-figures.csv',
    'accessibility.csv',
    'private-keys.md',
    'settings.json',
  ],
])('%s is shown', (file) => {
  expect(hasSecretName(file)).toBe(false);
});

test.each([
  key,
  '-----BEGIN PRIVATE KEY-----\r\nMIIE',
  '  -----BEGIN ENCRYPTED PRIVATE KEY-----MIIE',
  '{"private_key": "-----BEGIN PRIVATE KEY-----\\nMIIE"}',
  '"-----BEGIN EC PRIVATE KEY-----\\n" +\n  "MIIE"',
  '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOY',
  '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: x',
  'x\nPuTTY-User-Key-File-3: ssh-ed25519',
  "['-----BEGIN PRIVATE KEY-----', 'MIIE']",
  "'-----BEGIN PRIVATE KEY-----\\n' +\n  'MIIE'",
  '"-----BEGIN PRIVATE KEY-----\\\\nMIIE"',
  '/*\n * -----BEGIN PRIVATE KEY-----\n * MIIE',
  '# -----BEGIN PRIVATE KEY-----\n# MIIE',
  '// -----BEGIN PRIVATE KEY-----\r\n// MIIE',
  'k="-----BEGIN PRIVATE KEY-----&#10;MIIE',
  `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
  '-----BEGIN PRIVATE KEY-----,MIIEvQIBADAN',
  'name;-----BEGIN PRIVATE KEY-----;MIIEvQIBADAN',
  '[{"a": "\\u002d----BEGIN PRIVATE KEY-----\\nMIIE"}]',
  `{"kty":"RSA","n":"x","d":"${'a_-9'.repeat(9)}"}`,
  `{ "k": "${'a_-9'.repeat(9)}", "kty": "oct" }`,
])('%j is a private key', (text) => {
  expect(hasPrivateKey(text)).toBe(true);
});

test.each([
  '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\n…',
  `const header = '-----BEGIN PRIVATE KEY-----';`,
  '```\n-----BEGIN PRIVATE KEY-----\n```\n\nText',
  'text.startsWith("-----BEGIN PRIVATE KEY-----") ? a : b',
  `['-----BEGIN PRIVATE KEY-----', body, '-----END PRIVATE KEY-----']`,
  '-----BEGIN PUBLIC KEY-----\nMIIE',
  '-----BEGIN CERTIFICATE-----\nMIIE',
  'It begins with -----BEGIN PRIVATE KEY-----, followed by lines',
  '{"kty":"RSA","n":"x","e":"AQAB"}',
  '{"kty":"RSA","n":"x","d":"..."}',
  'A PRIVATE KEY begins with BEGIN PRIVATE KEY',
])('%j is shown', (text) => {
  expect(hasPrivateKey(text)).toBe(false);
});

test('a long text is read once', () => {
  const begin = '-----BEGIN PRIVATE KEY-----';
  for (const filler of [' ', '\n* ', "' '", '\\', '\\n', begin]) {
    expect(hasPrivateKey(`${begin}${filler.repeat(100_000)}-`)).toBe(false);
  }
});
