import {
  check,
  describeProblems,
  loadOptions,
  openSession,
  readOptions,
  type Options,
  type Report,
  type Session,
} from '@escapement/remark';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/*
 * Every folder of mistakes/ is one slip of an author. `input.md` (or `input.mdx`, and the pages beside it) has it;
 * `problems.txt` is exactly what its author is told. They are checked as one project, so that Go starts once; those
 * with options of their own are projects of their own.
 */
const root = fileURLToPath(new URL('./mistakes/', import.meta.url));
const mistakes = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && pagesOf(entry.name).length > 0)
  .map(({ name }) => name);
const own = (name: string) => existsSync(join(root, name, 'escapement.config.mjs'));
const shared = {
  store: join(root, '../../../../.escapement/test-store'),
  captures: '../../../../.escapement/test-captures',
  glossary: 'glossary.md',
  timings: 'measure',
  run: { timeoutMs: 5_000, maxOutputBytes: 2_000 },
  bench: { count: 2, time: '100x' },
} as const;

const session = openSession(root, readOptions(shared));
const paths = mistakes
  .filter((name) => !own(name))
  .flatMap((name) => pagesOf(name).map((page) => `${name}/${page}`));
const together = check(session, { paths });

test.each(mistakes)('%s', async (name) => {
  const told = own(name) ? await checkAlone(name) : await tellOf(session, await together, `${name}/`);
  expect(told, 'a mistake is told').not.toBe('');
  await expect(`${steady(told)}\n`).toMatchFileSnapshot(`mistakes/${name}/problems.txt`);
});

function pagesOf(name: string): string[] {
  return readdirSync(join(root, name)).filter((file) => /\.mdx?$/.test(file));
}

async function tellOf(from: Session, { problems, warnings }: Report, folder = ''): Promise<string> {
  return describeProblems(
    from,
    [...problems, ...warnings].filter(({ path }) => path.startsWith(folder)),
  );
}

async function checkAlone(name: string): Promise<string> {
  const folder = join(root, name);
  try {
    const alone = openSession(folder, { ...(await loadOptions(folder)), store: shared.store } as Options);
    return await tellOf(alone, await check(alone, { paths: pagesOf(name) }));
  } catch (error) {
    const { rule, message } = error as { rule?: string; message: string };
    return `${message} [${rule}]`;
  }
}

/** Takes out what differs between machines, runs and releases of Go. */
function steady(text: string): string {
  return text
    .replaceAll(root, '')
    .replaceAll(/\bgo1\.26\.\d+( \w+\/\w+)?/g, 'go1.N')
    .replaceAll(/0x[0-9a-f]+/g, '0xN')
    .replaceAll(/\(\d+\.\d\ds\)/g, '(some time)')
    .replaceAll(/^ *(`go env` failed: )?go: download.*\n|^\s*server response.*\n/gm, '');
}
