/** The browser host on a data folder, and the heap of its window while the list of members is scrolled. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

const STEPS = 40;
/** By then the code that scrolling runs has been read and the pages that are kept are full. */
const BEGUN = 4;

/** Starts the browser host on a data folder; answers it with its address. It ends with this process, however that ends. */
export async function serve(dataDir: string): Promise<{ host: ChildProcess; address: string }> {
  const host = spawn(process.execPath, [resolve('out/main/serve.cjs'), '--no-window', '--data', dataDir]);
  const end = () => host.kill();
  const stop = () => process.exit(1);
  process.once('exit', end).once('SIGINT', stop).once('SIGTERM', stop);
  host.once('exit', () => process.off('exit', end).off('SIGINT', stop).off('SIGTERM', stop));
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    const listen = (bytes: Buffer) => {
      said += String(bytes);
      const link = /https?:\/\/\S+/.exec(said);
      if (link) found(link[0]);
    };
    host.stdout.on('data', listen);
    host.stderr.on('data', listen);
    host.on('exit', () => failed(new Error(said)));
  });
  return { host, address };
}

async function executable(): Promise<string | undefined> {
  const lambda = 'AWS_EXECUTION_ENV';
  process.env[lambda] ??= 'AWS_Lambda_nodejs24.x';
  const packed = await import('@sparticuz/chromium').catch(() => null);
  return packed?.default.executablePath();
}

/** Heap in megabytes, after rubbish is collected, once scrolling has begun, in the middle and at the end of the list. */
export async function heapWhileScrolling(address: string): Promise<number[]> {
  const executablePath = await executable();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--headless=shell', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return usedSize / 1024 / 1024;
    };
    await page.goto(address);
    const members = page.locator('a[href="#/members"]').first();
    const enter = page.getByRole('button', { name: 'Vào sổ ngay' });
    await members.or(enter).first().waitFor();
    if (await enter.isVisible()) await enter.click();
    await members.click();
    const grid = page.locator('[role=grid]').first();
    const row = grid.locator('[role=row] a, [role=row] [role=gridcell]').first();
    await row.waitFor();
    const sizes: number[] = [];
    for (let step = 1; step <= STEPS; step++) {
      await grid.evaluate((box, share) => {
        let scroller: Element | null = box;
        while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1)
          scroller = scroller.parentElement;
        if (scroller) scroller.scrollTop = scroller.scrollHeight * share;
      }, step / STEPS);
      await page.waitForFunction(() => {
        const slots = [...document.querySelectorAll('.so-table__slot')];
        return slots.length > 0 && slots.every((slot) => slot.textContent?.trim() !== '');
      });
      if (step === BEGUN || step === STEPS / 2 || step === STEPS) sizes.push(await heap());
    }
    return sizes;
  } finally {
    await browser.close();
  }
}
