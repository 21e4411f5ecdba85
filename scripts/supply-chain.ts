import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../src/base/files/package-root.ts';
import { readJson } from './licenses.ts';

/** What package-lock.json says of a package. */
interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly license?: string;
  /** Whether only development needs it. */
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const shrinkwrap = path.join(packageRoot, 'npm-shrinkwrap.json');

/**
 * Adds the exact versions of all packages to the npm package: those of packages that others need, too. Only while
 * it is packed, as npm would prefer it to package-lock.json.
 */
export function addShrinkwrap(): void {
  copyFileSync(path.join(packageRoot, 'package-lock.json'), shrinkwrap);
}

export function removeShrinkwrap(): void {
  rmSync(shrinkwrap, { force: true });
}

/**
 * Writes the list of what is in the npm package and of what it installs, in the format of CycloneDX:
 * https://cyclonedx.org/docs/1.6/json/
 *
 * @param bundled the names of packages of which `lib` has a part
 */
export function writeBillOfMaterials(lib: string, bundled: ReadonlySet<string>): void {
  const { name, version, license } = readJson('package.json') as Record<string, string>;
  const { packages } = readJson('package-lock.json') as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const components = Object.entries(packages).flatMap(([folder, locked]) => {
    const own = folder.replace(/^.*node_modules\//, '');
    const isNeeded = folder !== '' && (!locked.dev || bundled.has(own));
    return isNeeded ? [componentOf(own, locked, bundled.has(own))] : [];
  });
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `pkg:npm/${name}@${version}`,
        name,
        version,
        purl: `pkg:npm/${name}@${version}`,
        licenses: [{ license: { id: license } }],
      },
    },
    components,
  };
  writeFileSync(path.join(lib, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
}

function componentOf(name: string, locked: LockedPackage, isBundled: boolean) {
  const { version, integrity, license, optional } = locked;
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const digest = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  const [group, own] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name: own,
    version,
    scope: optional ? 'optional' : 'required',
    ...(digest && {
      hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
    }),
    ...(license && { licenses: [{ expression: license }] }),
    purl,
    properties: [{ name: 'lectern:bundled', value: String(isBundled) }],
  };
}
