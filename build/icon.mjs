/** Draws resources/icon/icon.png and icon.ico from icon.svg. Run by hand when the mark changes; Node 24. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
const { default: packaged } = await import('@sparticuz/chromium');
const { chromium } = await import('playwright-core');

const folder = join(root, 'resources', 'icon');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: await packaged.executablePath(),
  args: ['--headless=shell', '--no-sandbox', '--disable-gpu'],
});

async function draw(size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** An .ico that holds PNG pictures, as Windows has read since Vista. */
function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size === 256 ? 0 : size, at);
    head.writeUInt8(size === 256 ? 0 : size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

const pictures = [];
for (const size of [16, 24, 32, 48, 64, 128, 256]) pictures.push({ size, png: await draw(size) });
writeFileSync(join(folder, 'icon.ico'), icoOf(pictures));
writeFileSync(join(folder, 'icon.png'), await draw(512));
await browser.close();
