// Scrolls to every chart of a page, without a network, and reports what a reader sees of it.
//   node charts.mjs PAGE.html
import { open, report, withBrowser } from './pages.mjs';

report(await withBrowser(async browser => {
  const page = await open(browser, process.argv[2]);
  const charts = [];
  for (const figure of await page.$$('.coursekit-figure')) {
    await figure.scrollIntoView();
    // Where plotly.js is on the page it draws within this time; where it is not, nothing ever happens.
    const withPlotly = await page.evaluate(() => 'Plotly' in window);
    if (withPlotly)
      await page.waitForFunction(element => element.classList.contains('live'), { timeout: 60000 }, figure);
    charts.push(await figure.evaluate(element => {
      const seen = shown => { const box = shown?.getBoundingClientRect(); return box !== undefined && box.width > 100 && box.height > 50 && getComputedStyle(shown).visibility === 'visible'; };
      return { picture: seen(element.querySelector(':scope > svg')), drawing: seen(element.querySelector('.coursekit-chart .main-svg')),
        name: element.querySelector('.coursekit-chart')?.getAttribute('aria-label') ?? '' };
    }));
  }
  return charts;
}));
