import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { fence, main, project } from './project.ts';

const units = ['1', '2', '3'].map((text) =>
  fence(text, main(`println(${text})`), { run: { args: [], exit: 0 } }),
);

test('two builds at once share one store', async () => {
  const { root, write, open, started } = await project();
  const engine = new URL('../src/index.ts', import.meta.url).pathname;
  await write(
    'build.ts',
    `import { captureOptions, openCapture } from '${engine}';
     const options = captureOptions.parse({ go: './go.sh', sandbox: 'off', storeLimitMB: 0.002 });
     const capture = await openCapture('${root}', options);
     const facts = await capture.capture(${JSON.stringify(units)});
     console.log(JSON.stringify([...facts.values()].map(({ run }) => run?.stderr)));`,
  );
  const flags = ['--disable-warning=ExperimentalWarning', '--throw-deprecation', `${root}/build.ts`];
  const builds = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, flags, { cwd: root }));
  for (const { stdout, stderr } of await Promise.all(builds)) {
    expect(JSON.parse(stdout)).toEqual(['1\n', '2\n', '3\n']);
    expect(stderr).toBe('');
  }
  const before = (await started()).length;
  const facts = await (await open({ sandbox: 'off' })).capture(units);
  expect([...facts.values()].map(({ run }) => run?.stderr)).toEqual(['1\n', '2\n', '3\n']);
  // The limit let only some entries stay; what is gone is captured again.
  expect((await started()).length).toBeGreaterThanOrEqual(before);
});
