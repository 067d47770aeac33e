/**
 * A line on stderr that follows a download: rewritten in a terminal, written once elsewhere.
 *
 * @param text What is being done.
 * @returns `update` takes the bytes so far and in all; `end` finishes the line.
 */
export function progressLine(text: string): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) stderr.write(`${text} …\n`);
  let shown = '';
  return {
    update(done, all) {
      const amount = all === undefined ? megabytes(done) : `${megabytes(done)} of ${megabytes(all)}`;
      if (!stderr.isTTY || amount === shown) return;
      shown = amount;
      stderr.write(`\r${text}: ${amount} MB`);
    },
    end() {
      if (stderr.isTTY && shown !== '') stderr.write('\n');
    },
  };
}

/** What {@link progressLine} returns. */
export interface Progress {
  update(done: number, all: number | undefined): void;
  end(): void;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
