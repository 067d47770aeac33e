import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';

const packed = '@sparticuz/chromium@153.0.0';

/**
 * The command that starts the Chromium from npm.
 *
 * @param root The repository's folder.
 * @returns Its path, whether it is installed or not.
 */
export function packedChromium(root: string): string {
  return join(root, '.escapement', 'chromium', 'chromium');
}

/**
 * Installs the Chromium of the package @sparticuz/chromium, which holds the browser and the libraries
 * that a small system lacks, packed for x64 Linux.
 *
 * @param root The repository's folder.
 * @returns Why it failed; undefined when it did not.
 */
export async function installPackedChromium(root: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'npm has one for x64 Linux only';
  const folder = join(root, '.escapement', 'chromium');
  const files = join(folder, 'unpacked');
  mkdirSync(files, { recursive: true });
  console.error(`Installing Chromium for the browser tests (npm install ${packed}) …`);
  const flags = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: files };
  if ((await run('npm', ['install', '--prefix', folder, ...flags, packed])) !== 0)
    return 'npm install failed';
  const unpack = `
    import chromium from '@sparticuz/chromium';
    console.log(await chromium.executablePath());`;
  const status = await run(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) return 'it could not be unpacked';
  writeFileSync(join(files, 'fonts', 'fonts.conf'), fontConfiguration(files));
  writeFileSync(packedChromium(root), launcher(files), { mode: 0o755 });
  return undefined;
}

/** Starts the browser with its own libraries, which nothing else that runs should load. */
function launcher(files: string): string {
  return `#!/bin/sh
export LD_LIBRARY_PATH='${files}/al2023/lib'
export FONTCONFIG_PATH='${files}/fonts'
exec '${files}/chromium' "$@"
`;
}

/** Without a font the browser lays out no text; the package's own list of folders is that of AWS Lambda. */
function fontConfiguration(files: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${files}/fonts</dir>
  <cachedir>${files}/fonts-cache</cachedir>
</fontconfig>
`;
}
