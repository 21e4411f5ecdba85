import path from 'node:path';
import { packageRoot } from './files/package-root.ts';

/** The code that runs in the browser, which esbuild reads from its sources, also in a package. */
export const runtimeFolder: string = path.join(packageRoot, 'src', 'runtime');
