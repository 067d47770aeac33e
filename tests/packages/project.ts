import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shellEnvironment } from '../../scripts/browse/environment.ts';
import type { Packed } from '../../scripts/pack/pack.ts';
import { npmCommand } from '../../scripts/setup/packages.mjs';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A folder outside of the repository with fresh projects that use the packages as anyone would. */
export interface Projects {
  /** Runs an installed command, as `npx` does. */
  npx(project: string, ...command: string[]): Promise<Ran>;
  /** Runs a script of bash, which ends at the first command that fails, as one of GitHub Actions does. */
  shell(project: string, script: string, env: NodeJS.ProcessEnv): Promise<Ran>;
  /** Copies a project as git would, and installs nothing. */
  checkOut(from: string, to: string): void;
  /** Copies a folder of one project into another one. */
  hand(folder: string, from: string, to: string): void;
  /** Runs Node. */
  node(project: string, ...args: string[]): Promise<Ran>;
  read(path: string): string;
  edit(path: string, from: string, to: string): void;
  remove(): void;
}

/** What a command printed, and how it ended. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Installs the tarballs, and what a site with them needs, from the registry: once for all projects, which
 * are folders beside each other, and each have the same page.
 */
export async function installProjects(packed: Packed[], names: string[]): Promise<Projects> {
  const root = mkdtempSync(join(tmpdir(), 'escapement packages '));
  for (const name of names) {
    cpSync(join(repository, 'tests/fixtures/packages', name), join(root, name), { recursive: true });
    cpSync(join(repository, 'tests/fixtures/packages/shared'), join(root, name), { recursive: true });
  }
  const manifest = { private: true, type: 'module', dependencies: dependenciesOf(packed) };
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  const npm = (project: string, ...args: string[]) => {
    const [command, ...before] = npmCommand();
    return run(join(root, project), command, ...before, ...args);
  };
  const installed = await npm('', 'install', '--ignore-scripts', '--loglevel=error');
  const remove = () => rmSync(root, { recursive: true, force: true });
  if (installed.code !== 0) {
    remove();
    throw new Error(`npm install failed:\n${installed.stderr}`);
  }
  return {
    npx: (project, ...command) => npm(project, 'exec', '--no', '--', ...command),
    shell: (project, script, env) => runWith(env, join(root, project), 'bash', '-e', '-c', script),
    checkOut: (from, to) =>
      cpSync(join(root, from), join(root, to), {
        recursive: true,
        filter: (path) => !['node_modules', 'dist', '.astro', '.escapement'].includes(basename(path)),
      }),
    hand: (folder, from, to) => cpSync(join(root, from, folder), join(root, to, folder), { recursive: true }),
    node: (project, ...args) => run(join(root, project), process.execPath, ...args),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    edit(path, from, to) {
      const text = readFileSync(join(root, path), 'utf8');
      if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
      writeFileSync(join(root, path), text.replace(from, to));
    },
    remove,
  };
}

/** Our tarballs, and of the rest the versions that the repository is tested with. */
function dependenciesOf(packed: Packed[]): Record<string, string> {
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  const version = (name: string) => lock.packages[`node_modules/${name}`]!.version;
  return Object.fromEntries([
    ...packed.map(({ name, tarball }) => [name, `file:${tarball}`]),
    ...OTHERS.map((name) => [name, version(name)]),
  ]) as Record<string, string>;
}

const OTHERS = [
  '@astrojs/markdown-remark',
  '@astrojs/starlight',
  '@types/node',
  'astro',
  'rehype-stringify',
  'remark-frontmatter',
  'remark-gfm',
  'remark-parse',
  'remark-rehype',
  'typescript',
  'unified',
];

/** The registry is asked for what is in no cache, and for nothing else. */
const NPM: NodeJS.ProcessEnv = {
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};

function run(cwd: string, command: string, ...args: string[]): Promise<Ran> {
  return runWith({}, cwd, command, ...args);
}

function runWith(more: NodeJS.ProcessEnv, cwd: string, command: string, ...args: string[]): Promise<Ran> {
  const environment = { ...shellEnvironment(), ...NPM, ...more };
  // Commands begin with `#!/usr/bin/env node`: they get the Node that runs this.
  const PATH = [dirname(process.execPath), environment['PATH']].join(delimiter);
  const child = spawn(command, args, {
    cwd,
    env: { ...environment, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
