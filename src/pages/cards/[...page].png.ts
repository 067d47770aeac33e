import { loadSite } from '@escapement/astro/site';
import { printToolchain } from '@escapement/facts';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection, type CollectionEntry } from 'astro:content';
import type { Card } from '../../cards/draw.ts';
import { keptCard } from '../../cards/keep.ts';
import { cardName, siteWords } from '../../facts/words.ts';

/** One card for each page; those without examples have no verdicts on them. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { pages } = await loadSite();
  const entries = await getCollection('docs');
  return entries.map(({ id, data }: CollectionEntry<'docs'>) => {
    const page = cardName(id === 'index' ? '/' : `/${id}/`);
    const found = pages.find(({ facts }) => cardName(facts.address) === page);
    const sites = found?.facts.examples.flatMap((example) => example.sites) ?? [];
    const [first] = found?.facts.examples ?? [];
    const card: Card = {
      title: data.hero?.title ?? data.title,
      description: data.description ?? '',
      ...(sites.length > 0 && {
        verdicts: {
          words: siteWords({ sites: sites.filter(({ verdict }) => ['heap', 'stack'].includes(verdict)) }),
          heap: sites.some(({ verdict }) => verdict === 'heap'),
        },
      }),
      ...(first && { checked: `checked with ${printToolchain(first.toolchain)}` }),
    };
    return { params: { page }, props: { card } };
  });
};

/** `/cards/guide/measuring.png` */
export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await keptCard(props.card)), { headers: { 'content-type': 'image/png' } });
