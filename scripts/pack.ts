import { dirname } from 'node:path';
import { packPackages } from './pack/pack.ts';

/** `npm run pack`: builds the packages and prints the tarballs that `npm publish` takes, one a line. */
for (const { tarball } of packPackages(dirname(import.meta.dirname))) console.log(tarball);
