import path from 'node:path';

/** The kinds of files in which programs keep private keys, certificates with keys, and passwords. */
const secretExtensions = new Set(
  (
    'pem key p8 p12 pfx pk8 ppk jks jceks keystore bcfks kdb kdbx keychain keychain-db agekey ' +
    'gpg pgp ovpn tfstate tfvars env netrc htpasswd'
  ).split(' '),
);

/** Names of the programs' own files, without a dot in front, as in copies and on Windows. */
const secretNames =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519|xmss)(?:_sk)?|identity|_?netrc|npmrc|pypirc|pgpass(?:\.conf)?|my\.cnf|htpasswd|passwd|shadow|kubeconfig|git-credentials|dockercfg|docker-?config\.?json|vault-token|boto|s3cfg|wallet\.dat|logins\.json|secring\.gpg|secrets\.(?:h|py|rb|js|ts)|env(?:\.[\w-]+)?)$/;

/** Names of downloads and exports of keys and passwords, and of programs' files with another extension. */
const keyNames: readonly RegExp[] = [
  /^key[34]\.db$/,
  /^local\.settings\.json$/,
  /^(?:auth|api[-_]?keys?|vault)\.(?:json|ya?ml|toml)$/,
  /^(?:.*[-_])?(?:root|access)[-_]?keys?(?:[-_.].*)?\.csv$/,
  /^(?:.*[-_])?(?:deploy|private|signing|ssh|host)[-_]?key(?:\.(?:txt|asc|json|ya?ml))?$/,
  /^(?:key|private|secret|secring)\.asc$/,
  /^(?:_?netrc|htpasswd|pgpass|kubeconfig|npmrc|pypirc|git-credentials|vault-token|s3cfg)\.(?:txt|ya?ml|json|conf|ini|bak|old)$/,
  /^(?:bitwarden|lastpass|1password|keepass(?:xc)?|dashlane|chrome[-_ ]passwords?)(?:[-_. ].*)?\.(?:json|csv|xml|txt|1pux)$/,
];

/** Names of files with passwords and tokens, before their extension. */
const secretStems =
  /^(?:secret|credential|password|passwd|token|(?:client|app)[-_]secrets?(?:[-_.].*)?|service[-_]?accounts?(?:[-_]?keys?)?(?:[-_].*)?|(?:github|gitlab|npm|slack|api|access|auth|bearer|bot|pypi|vault|refresh|personal[-_]access)[-_.]?token|.*firebase-adminsdk.*|application_default_credentials|(?:.*[-_. ])?(?:secrets|credentials|passwords)(?:[-_. ].*)?)$/;

/** Only files of programs are named by such a word: a slide or an image about passwords is one to show. */
const dataExtensions = new Set(
  (
    ' json json5 jsonc yaml yml toml ini cfg conf config properties xml plist csv tsv xlsx ods txt ' +
    'log db sqlite enc'
  ).split(' '),
);

const secretFolders = new Set(['secrets', 'credentials', 'private-keys']);

/**
 * Whether a file is of a kind, or has a name, that is known to hold secrets: `key.pem`, `id_rsa`, `secrets.yaml`.
 *
 * @param file relative to the project folder
 */
export function hasSecretName(file: string): boolean {
  const [written = '', ...folders] = file.toLowerCase().split(/[/\\]/).reverse();
  return isSecretName(written, folders) || isSecretName(written.replace(copy, ''), folders);
}

/** Endings of copies, and of keys that were sent as text. */
const copy = /(?:\.(?:txt|bak|old|orig|save|copy)|~)+$/;

function isSecretName(name: string, folders: readonly string[]): boolean {
  const { ext, name: stem } = path.parse(name);
  if (secretExtensions.has(ext.slice(1)) || secretNames.test(name)) return true;
  if (keyNames.some((pattern) => pattern.test(name))) return true;
  const isNamed = secretStems.test(stem) || folders.some((folder) => secretFolders.has(folder));
  return isNamed && dataExtensions.has(ext.slice(1));
}

/**
 * The body follows, also as texts of JSON or a program, behind the marks of a comment, or in XML; examples in texts
 * have dots there.
 */
const privateKey =
  /----[- ]BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?[- ]----(?:\s(?:(?:[*#;>|]|\/\/)(?=\s))?|\\(?:[nr]|(?![nr]))|&#(?:1[03]|x0?[ad]);|["'`](?:\s*[+,.]\s*|\s+)["'`]|[,;|](?=[A-Za-z0-9+/]{8}))*[A-Za-z0-9+/]|^PuTTY-User-Key-File-\d+: |\bAGE-SECRET-KEY-1[A-Z0-9]{20}/m;

/** A key of JSON, https://www.rfc-editor.org/rfc/rfc7517; "d" and "k" are its private parts. */
const jsonKey = /"kty"\s*:\s*"(?:RSA|EC|OKP|oct)"/;
const privatePart = /"[dk]"\s*:\s*"[\w-]{20,}"/;

/** Whether a text contains a private key. */
export function hasPrivateKey(text: string): boolean {
  const plain = text.replace(/\\u00([2-7][\da-f])/gi, (_, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
  return privateKey.test(plain) || (jsonKey.test(plain) && privatePart.test(plain));
}
