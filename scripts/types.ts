import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isolatedDeclarationSync } from 'rolldown/experimental';
import { packageRoot } from '../src/base/files/package-root.ts';

/**
 * Writes the declarations of modules and of those that they import. Each is made from its file alone, so what the
 * modules export must say its type.
 *
 * @param modules from the package's root on, without their extension
 */
export function writeTypes(lib: string, modules: readonly string[]): void {
  const names = new Set(modules);
  // The iteration includes names that are added to the set.
  for (const name of names) {
    const code = declarationsOf(`${name}.ts`);
    const file = path.join(lib, 'types', `${name}.d.ts`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, code.replace(/( from (['"])\.[^'"]+)\.ts\2/g, '$1.js$2'));
    for (const [, other = ''] of code.matchAll(/ from ['"](\.[^'"]+)\.ts['"]/g)) {
      names.add(path.posix.join(path.dirname(name), other));
    }
  }
}

function declarationsOf(file: string): string {
  const text = readFileSync(path.join(packageRoot, file), 'utf8');
  const { code, errors } = isolatedDeclarationSync(file, text);
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}\n${error.codeframe ?? ''}`);
  return code;
}
