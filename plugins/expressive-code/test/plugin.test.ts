import { expect, it } from 'vitest';
import { fixtures } from '../../render/test/fixtures.ts';
import { page, render } from './render.ts';

it.each(fixtures())('renders $name as its snapshot', async ({ name, code, block }) => {
  const html = await render(...page(code, block));
  await expect(html).toMatchFileSnapshot(`./snapshots/${name}.html`);
});
