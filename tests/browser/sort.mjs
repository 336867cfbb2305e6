// Sorts the first table that sorts, by the pointer and by the keyboard.
//   node sort.mjs PAGE.html COLUMN
// Prints the column's cells and what the head says of their order: as they stand, after a click, after another, after Enter on the first column.
import { open, report, withBrowser } from './pages.mjs';

const [file, column] = process.argv.slice(2);

report(await withBrowser(async browser => {
  const page = await open(browser, file);
  const table = await page.waitForSelector(`xpath///table[.//th[@aria-sort]/button[starts-with(., "${column}")]]`);
  const head = name => table.waitForSelector(`xpath/.//th/button[starts-with(., "${name}")]`);
  const state = () => table.evaluate((element, name) => {
    const th = [...element.querySelectorAll('th')].find(cell => cell.textContent.startsWith(name));
    return { order: th.ariaSort, cells: [...element.tBodies[0].rows].map(row => row.cells[th.cellIndex].textContent) };
  }, column);
  const states = [await state()];
  for (let click = 0; click < 2; click++) {
    await (await head(column)).click();
    states.push(await state());
  }
  await (await table.waitForSelector('th button')).focus();
  await page.keyboard.press('Enter');
  return [...states, await state()];
}));
