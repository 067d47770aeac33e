import type { CheckRequest } from '@escapement/remark';
import { Listr } from 'listr2';

type OnProgress = NonNullable<CheckRequest['onProgress']>;

/**
 * Runs some work with a line of progress on stderr: live on a terminal, nothing elsewhere, so that
 * standard output holds the report alone.
 */
export async function withProgress<T>(work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(() => {});
  let result: T;
  const tasks = new Listr(
    [
      {
        title: 'Verifying',
        async task(_, task) {
          result = await work(({ phase, done, total, module }) => {
            task.title = `Verifying: ${phase} ${module ?? `${done} of ${total}`}`;
          });
          task.title = 'Verified';
        },
      },
    ],
    { rendererOptions: { clearOutput: true } },
  );
  await tasks.run();
  return result!;
}
