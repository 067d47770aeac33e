// @ts-check
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { missing } from './missing.mjs';

/**
 * Installs the packages of `package-lock.json` with `npm ci` unless they are installed already.
 *
 * @param {string} root The repository's folder.
 * @returns {Promise<void>} Rejects with one line when npm fails.
 */
export async function installPackages(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (isInstalled(readLock(join(root, 'package-lock.json')), readLock(hidden))) return;
  console.error('Installing the packages of package-lock.json …');
  // npm writes this file last; removing it first makes an install that was cut short start over.
  rmSync(hidden, { force: true });
  const { status, errors } = await npmCi(root);
  if (status === 0) return;
  const network = networkReason(errors);
  if (network === undefined) process.stderr.write(errors);
  throw missing(
    `The packages are not installed: npm ci failed (${network ?? `exit status ${status}`})`,
    network === undefined
      ? 'Mend what npm says above, then run this again.'
      : 'Connect to the network, or point npm at a registry that this machine reaches, then run this again.',
  );
}

/**
 * Tells whether what npm installed is what the lockfile asks for. Optional packages may be absent: they
 * are those of other platforms.
 *
 * @param {Lock | undefined} wanted `package-lock.json`.
 * @param {Lock | undefined} found `node_modules/.package-lock.json`, which npm writes when it has finished.
 * @returns {boolean} False when a package is missing, left over, or of another version.
 */
export function isInstalled(wanted, found) {
  if (wanted === undefined || found === undefined) return false;
  const same = Object.entries(wanted.packages).every(([path, entry]) => {
    const there = found.packages[path];
    if (path === '') return true;
    if (there === undefined) return entry.optional === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
  return same && Object.keys(found.packages).every((path) => path in wanted.packages);
}

/**
 * Finds the network's part in what npm said.
 *
 * @param {string} errors What npm wrote to stderr.
 * @returns {string | undefined} For example `ECONNREFUSED`; undefined when the network was not the cause.
 */
export function networkReason(errors) {
  return /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ENOTCACHED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|E[45]\d\d)\b/.exec(
    errors,
  )?.[1];
}

/** @param {string} root @returns {Promise<{status: number, errors: string}>} */
function npmCi(root) {
  const [command, ...before] = npmCommand();
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm waits up to a minute between tries by default; whoever is offline should not.
  const retries = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const child = spawn(command, [...before, 'ci', ...flags, ...retries], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: 1, errors: `${error.message}\n` }));
    child.on('close', (status) => resolve({ status: status ?? 1, errors }));
  });
}

/** The npm that started this script, else the one on PATH. @returns {[string, ...string[]]} */
export function npmCommand() {
  const script = process.env['npm_execpath'];
  if (script !== undefined && basename(script) === 'npm-cli.js') return [process.execPath, script];
  return ['npm'];
}

/** @param {string} file @returns {Lock | undefined} */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * The part of a lockfile that is compared.
 *
 * @typedef {{packages: Record<string, {version?: string, integrity?: string, optional?: boolean}>}} Lock
 */
