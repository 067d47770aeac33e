import { createInterface } from 'node:readline/promises';

/**
 * Asks a question that is answered by yes or no; anything but yes is no.
 *
 * @throws where the input ends without an answer
 */
export async function ask(
  question: string,
  output: NodeJS.WritableStream = process.stdout,
): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output });
  const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
  try {
    const answer = await Promise.race([lines.question(`${question} [y/N] `), ended]);
    if (answer === undefined)
      throw new Error('\nUnexpected end of the input: nobody answered. Give --yes to agree beforehand.');
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
