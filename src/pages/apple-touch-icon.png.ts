import type { APIRoute } from 'astro';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

/** The logo on paper, as phones put it on their home screens. */
export const GET: APIRoute = async () => {
  const logo = readFileSync('src/assets/logo.svg');
  const drawn = await sharp(logo, { density: 600 })
    .resize(132, 132)
    .extend({ top: 24, bottom: 24, left: 24, right: 24, background: '#00000000' })
    .flatten({ background: '#fdfcfa' })
    .png()
    .toBuffer();
  return new Response(new Uint8Array(drawn), { headers: { 'content-type': 'image/png' } });
};
