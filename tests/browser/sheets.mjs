// Makes of a page's pictures and tables one sheet of small tiles for each look, and compares it with the approved sheet.
//   node sheets.mjs PAGE.html FOLDER
// reads FOLDER/light-1280.approved.png and so on, writes light-1280.received.png beside it.
// Prints, for each look, how far each tile is from the approved one (0 to 255): in the lightness of blocks of 4 × 4 pixels on average, to which
// another machine's letters add little, and in the colour of the block that differs most, to which grey letters add nothing and a curve much.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { looks, open, report, withBrowser } from './pages.mjs';

const [page, folder] = process.argv.slice(2);
// Half the size is enough for tiles, and four times as quick.
const scale = 0.5;
const grid = { columns: 8, width: 120, height: 92, gap: 4 };

/** Where each picture and table stands, and below which heading. Runs in the page. */
function places(taken) {
  const found = [];
  let heading = '';
  for (const element of document.querySelectorAll('main :is(h1, h2, h3), .coursekit-figure > svg, .outputs table')) {
    if (/^H/.test(element.tagName)) {
      heading = element.firstChild.textContent.trim();
      continue;
    }
    // On whole pixels of the picture, wherever the text above it ends: half a pixel lower, a thin line is of another colour.
    const { x, y } = element.getBoundingClientRect(), step = 1 / taken;
    element.style.position = 'relative';
    element.style.left = `${-((x + scrollX) % step)}px`;
    element.style.top = `${-((y + scrollY) % step)}px`;
    const box = element.getBoundingClientRect();
    found.push({ heading, table: element.tagName === 'TABLE', x: box.x + scrollX, y: box.y + scrollY, width: Math.min(box.width, innerWidth - box.x), height: box.height });
  }
  return found;
}

/** Draws the sheet from a picture of the whole page. Runs in an empty page. */
async function sheet(whole, boxes, taken, { columns, width, height, gap }) {
  const picture = new Image();
  picture.src = `data:image/png;base64,${whole}`;
  await picture.decode();
  const canvas = document.createElement('canvas'), rows = Math.ceil(boxes.length / columns);
  canvas.width = columns * (width + gap);
  canvas.height = rows * (height + gap);
  const context = canvas.getContext('2d');
  context.fillStyle = '#808080';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  boxes.forEach((box, i) => {
    const fit = Math.min(width / box.width, height / box.height), x = i % columns * (width + gap), y = Math.floor(i / columns) * (height + gap);
    const [left, top, across, down] = [box.x, box.y, box.width, box.height].map(length => length * taken);
    context.drawImage(picture, left, top, across, down, x, y, box.width * fit, box.height * fit);
  });
  // Steps of 8 cannot be seen, and take a third off the file.
  const all = context.getImageData(0, 0, canvas.width, canvas.height);
  all.data.forEach((value, i) => { all.data[i] = Math.min(255, 8 * Math.round(value / 8)); });
  context.putImageData(all, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
}

/** For each tile how much its blocks differ in lightness on average, and in colour at most. Runs in an empty page. */
async function differences(one, other, count, { columns, width, height, gap }) {
  const block = 4;
  const read = async base64 => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${base64}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(picture, 0, 0);
    return context;
  };
  const sheets = [await read(one), await read(other)];
  const blocks = (context, i) => {
    const { data } = context.getImageData(i % columns * (width + gap), Math.floor(i / columns) * (height + gap), width, height);
    const across = width / block, light = new Float64Array(across * height / block), colour = new Float64Array(2 * light.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [r, g, b] = data.subarray(4 * (y * width + x)), at = Math.floor(y / block) * across + Math.floor(x / block);
        light[at] += (r + g + b) / 3 / block ** 2;
        colour[2 * at] += (r - g) / block ** 2;
        colour[2 * at + 1] += (b - (r + g) / 2) / block ** 2;
      }
    return { light, colour };
  };
  const apart = (a, b) => a.map((value, k) => Math.abs(value - b[k]));
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = sheets.map(context => blocks(context, i)), light = apart(a.light, b.light);
    return { light: light.reduce((sum, value) => sum + value, 0) / light.length, colour: Math.max(...apart(a.colour, b.colour)) };
  });
}

report(await withBrowser(async browser => {
  const desk = await browser.newPage(), result = [];
  for (const look of looks) {
    const shown = await open(browser, page, { ...look, scale });
    await shown.addStyleTag({ content: '.text p, .text ul, .source, .label, nav, .stdout { display: none }' });
    const boxes = await shown.evaluate(places, scale), whole = await shown.screenshot({ fullPage: true, encoding: 'base64' });
    await shown.close();
    const made = await desk.evaluate(sheet, whole, boxes, scale, grid);
    await writeFile(join(folder, `${look.name}.received.png`), made, 'base64');
    const known = await readFile(join(folder, `${look.name}.approved.png`), 'base64').catch(() => null);
    const apart = known ? await desk.evaluate(differences, made, known, boxes.length, grid) : null;
    result.push({ look: look.name, tiles: boxes.map((box, i) => ({ name: box.heading, table: box.table, light: apart?.[i].light ?? -1, colour: apart?.[i].colour ?? -1 })) });
  }
  return result;
}));
