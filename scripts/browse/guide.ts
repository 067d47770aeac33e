import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { shellEnvironment } from './environment.ts';
import { serveFolder, type Served } from './serve.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outDir = '.escapement/test-guide';

/** The guide of this repository, built and served. */
export interface Guide {
  url: string;
  /** Paths of all its pages: `/`, `/guide/measuring/`, …; without the page for errors. */
  pages: string[];
  browser: Browser;
  stop(): Promise<void>;
}

/** Builds the guide as a reader gets it, serves it, and starts a browser. */
export async function openGuide(): Promise<Guide> {
  const served = await serveGuide();
  const executablePath = process.env.ESCAPEMENT_CHROMIUM;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  return {
    url: served.url,
    browser,
    pages: pagePaths(),
    async stop() {
      await browser.close();
      served.close();
    },
  };
}

/** Builds the guide and serves it. */
export async function serveGuide(): Promise<Served> {
  await build();
  return serveFolder(join(root, outDir));
}

/** Where "Edit page" leads in this build. */
export const EDIT = 'https://example.org/edit/main/';

async function build(): Promise<void> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...shellEnvironment(), ESCAPEMENT_EDIT: EDIT },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the guide does not build:\n${output}`);
}

function pagePaths(): string[] {
  const folder = join(root, outDir);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[/\\])index\.html$/.test(file))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .toSorted();
}
