// Does in Jupyter Notebook 6 what a student does: opens a notebook, runs all of it, looks at the charts, completes a word, interrupts a loop, restarts.
// Reports what was seen; with a folder there is a picture of each step in it.
//   node jupyter.mjs http://127.0.0.1:8888/notebooks/05-hoda-keras.ipynb [FOLDER]
import { report, withBrowser } from './pages.mjs';

const [address, folder] = process.argv.slice(2);
const patience = { timeout: 300_000 };

const cells = page => page.evaluate(() => window.Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').map(cell => ({
  count: cell.input_prompt_number, errors: cell.output_area.outputs.filter(output => output.output_type === 'error').map(output => `${output.ename}: ${output.evalue}`),
  kinds: cell.output_area.outputs.map(output => output.data ? Object.keys(output.data).join(' ') : output.output_type),
})));

const idle = page => page.waitForFunction(() => !window.Jupyter.notebook.get_cells().some(cell => cell.input_prompt_number === '*') && !window.Jupyter.notebook.kernel_busy, patience);

/** Writes a cell at the end and starts it. */
const start = (page, code) => page.evaluate(text => {
  const notebook = window.Jupyter.notebook;
  notebook.insert_cell_at_bottom('code').set_text(text);
  notebook.select(notebook.ncells() - 1);
  notebook.get_selected_cell().execute();
  notebook.scroll_to_bottom();
}, code);

const lastText = page => page.evaluate(() => window.Jupyter.notebook.get_cells().at(-1).output_area.outputs.map(output => output.text ?? output.evalue ?? output.data?.['text/plain'] ?? '').join(''));

report(await withBrowser(async browser => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 1000 });
  const complaints = [];
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('dialog', dialog => dialog.accept());
  const picture = async name => folder && page.screenshot({ path: `${folder}/${name}.png` });

  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.is_connected(), patience);
  await picture('opened');
  await page.evaluate(() => window.Jupyter.notebook.execute_all_cells());
  await page.waitForFunction(() => window.Jupyter.notebook.get_cells().some(cell => cell.input_prompt_number > 0), patience);
  await idle(page);
  const ran = await cells(page);

  const charts = [];
  for (const area of await page.$$('.output_area')) {
    const chart = await area.$('.coursekit-figure, .js-plotly-plot, svg');
    if (!chart)
      continue;
    await area.scrollIntoView();
    await new Promise(resolve => setTimeout(resolve, 300));
    const box = await chart.boundingBox();
    charts.push({ width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) });
    await picture(`chart-${charts.length}`);
  }

  await page.evaluate(() => {
    const notebook = window.Jupyter.notebook;
    notebook.insert_cell_at_bottom('code');
    notebook.select(notebook.ncells() - 1);
    notebook.edit_mode();
    notebook.scroll_to_bottom();
  });
  await page.keyboard.type('Console.Wri');
  await page.keyboard.press('Tab');
  await page.waitForSelector('#complete option', patience);
  const completed = await page.$$eval('#complete option', options => options.map(option => option.textContent).join(' '));
  await picture('completed');
  await page.keyboard.press('Escape');
  await page.keyboard.type('teLine(');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await page.waitForFunction(() => document.querySelector('#tooltip .tooltiptext')?.textContent.includes('WriteLine'), patience);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('#tooltip')).opacity === '1', patience);
  await picture('inspected');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('#tooltip').classList.contains('hide') || getComputedStyle(document.querySelector('#tooltip')).display === 'none', patience);
  await page.evaluate(() => window.Jupyter.notebook.delete_cell(window.Jupyter.notebook.ncells() - 1));

  await start(page, 'var kept = 42;\nvar turns = 0L;\nConsole.WriteLine("turning");\nwhile (true) turns++;');
  await page.waitForFunction(() => JSON.stringify(window.Jupyter.notebook.get_cells().at(-1).output_area.outputs).includes('turning'), patience);
  await picture('looping');
  await page.evaluate(() => document.querySelector('[data-jupyter-action="jupyter-notebook:interrupt-kernel"]').click());
  await idle(page);
  const interrupted = await lastText(page);
  await picture('interrupted');
  await start(page, 'kept');
  await idle(page);
  const kept = await lastText(page);

  await page.evaluate(() => new Promise(resolve => {
    window.Jupyter.notebook.events.one('kernel_ready.Kernel', resolve);
    window.Jupyter.notebook.kernel.restart();
  }));
  await start(page, 'kept');
  await idle(page);
  const forgotten = await lastText(page);
  await picture('restarted');
  await page.evaluate(() => new Promise(resolve => window.Jupyter.notebook.session.delete(resolve, resolve)));
  return { ran, charts, completed, interrupted, kept, forgotten, complaints };
}));
