// Asks axe-core what is wrong with a page, in each look.
//   node axe.mjs PAGE.html
import { createRequire } from 'node:module';
import { looks, open, report, withBrowser } from './pages.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

report(await withBrowser(async browser => {
  const result = [];
  for (const look of looks) {
    const page = await open(browser, process.argv[2], look);
    await page.addScriptTag({ path: axe });
    result.push(await page.evaluate(async name => {
      const found = await axe.run(document, { resultTypes: ['violations'] });
      const violations = found.violations.map(fault =>
        `${fault.id} (${fault.impact}): ${fault.help}\n  ${fault.nodes.slice(0, 4).map(node => `${node.html.slice(0, 300)}\n    ${node.failureSummary}`).join('\n  ')}`);
      return { name, passed: found.passes.length, violations };
    }, look.name));
    await page.close();
  }
  return result;
}));
