// Opens pages in headless Chromium as a reader has them: any width, light or dark, no network.
import puppeteer from 'puppeteer-core';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--force-color-profile=srgb', '--font-render-hinting=none'];

export const looks = [1280, 480].flatMap(width => ['light', 'dark'].map(scheme => ({ width, scheme, name: `${scheme}-${width}` })));

/** Calls work(browser) and closes the browser, whatever happens. */
export async function withBrowser(work) {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: quiet });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Opens a file of this machine; every address that is not one fails at once, as without a network. */
export async function open(browser, file, { width = 1280, scheme = 'light', scale = 1 } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 1000, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setRequestInterception(true);
  page.on('request', request => (/^(file|data|blob):/.test(request.url()) ? request.continue() : request.abort('internetdisconnected')));
  await page.goto(new URL(`file://${file}`).href, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Prints what the test reads. */
export const report = value => process.stdout.write(JSON.stringify(value));
