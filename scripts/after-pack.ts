/** Removes what only the npm package has; `npm pack` calls this. */
import { removeShrinkwrap } from './supply-chain.ts';

removeShrinkwrap();
