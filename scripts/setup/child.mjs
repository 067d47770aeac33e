// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a command with this process's terminal and waits for it. A signal that only this process got is
 * passed on, so that ending the script ends all that it started. (Ctrl-C in a terminal reaches every
 * process of the group by itself.)
 *
 * @param {string} command A program's path or name.
 * @param {readonly string[]} args Its arguments.
 * @param {import('node:child_process').SpawnOptions} [options] Options of `spawn`; `stdio` is inherited by default.
 * @returns {Promise<number>} The exit status; 128 + the signal's number when a signal ended it. Rejects
 *   when the command cannot be started.
 */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, forward);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status, signal) => {
        resolve(status ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      });
    });
  } finally {
    for (const signal of signals) process.off(signal, forward);
  }
}
