import type { APIRoute } from 'astro';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

/** The icon for what does not know SVG, or asks for this address unasked. */
export const GET: APIRoute = async () => {
  const png = await sharp(readFileSync('public/favicon.svg'), { density: 600 })
    .resize(SIDE, SIDE)
    .png()
    .toBuffer();
  return new Response(new Uint8Array(Buffer.concat([icoHead(png.length), png])), {
    headers: { 'content-type': 'image/x-icon' },
  });
};

const SIDE = 32;

/** An ICO file may hold a PNG: its head says that there is one picture, and where. */
function icoHead(bytes: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(SIDE, 6);
  head.writeUInt8(SIDE, 7);
  head.writeUInt16LE(1, 10); // planes
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(bytes, 14);
  head.writeUInt32LE(head.length, 18);
  return head;
}
