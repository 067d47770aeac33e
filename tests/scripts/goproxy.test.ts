import { expect, test } from 'vitest';
import { parseGoproxy } from '../../scripts/setup/goproxy.ts';

test.each([
  [undefined, ['https://proxy.golang.org ,']],
  ['', ['https://proxy.golang.org ,']],
  ['https://a.example/', ['https://a.example ,']],
  ['https://a.example|https://b.example,direct', ['https://a.example |', 'https://b.example ,']],
  ['direct,https://a.example', ['https://a.example ,']],
  ['https://a.example,off,https://b.example', ['https://a.example ,']],
  ['file:///srv/proxy', ['file:///srv/proxy ,']],
  ['off', []],
  ['direct', []],
])('GOPROXY=%s', (list, expected) => {
  const proxies = parseGoproxy(list).map(({ url, onlyIfAbsent }) => `${url} ${onlyIfAbsent ? ',' : '|'}`);
  expect(proxies).toEqual(expected);
});
