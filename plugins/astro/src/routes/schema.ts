import { publishedSchemas } from '@escapement/remark';
import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonAnswer } from '../publish/answer.ts';

export const prerender = true;

/** One for each published schema. */
export const getStaticPaths = (() =>
  Object.entries(publishedSchemas).map(([name, schema]) => ({
    params: { schema: name.replace(/\.json$/, '') },
    props: { schema: schema() },
  }))) satisfies GetStaticPaths;

/** `/schemas/facts-1.json` */
export const GET: APIRoute<{ schema: object }> = ({ props }) => jsonAnswer(props.schema);
