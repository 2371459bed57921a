// HTML reports in Chromium: tests/browser/run-report. Accessible by axe-core's rules; the contrast of text
// inside charts, which axe-core does not look into, and that text stays in its box, are measured here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

const { CHROMIUM, TOOLS } = process.env;
const tools = createRequire(`${TOOLS}/`);
const { chromium } = tools('playwright-core');
const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

// In the page: for each text of an SVG what stands under its middle, painted before it.
function measureTexts() {
  const luminance = color => {
    const parts = color.match(/[\d.]+/g).slice(0, 3).map(part => part / 255)
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const contrast = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const measured = [];
  for (const svg of document.querySelectorAll('svg')) {
    const shapes = [...svg.querySelectorAll('rect, polygon, text')];
    for (const [place, text] of shapes.entries()) {
      if (text.tagName !== 'text') continue;
      const box = text.getBoundingClientRect();
      const middle = [box.left + box.width / 2, box.top + box.height / 2];
      let under = 'rgb(255, 255, 255)';
      for (const shape of shapes.slice(0, place)) {
        const area = shape.getBoundingClientRect();
        const fill = getComputedStyle(shape).fill;
        if (shape.tagName !== 'text' && fill !== 'none' && area.left <= middle[0] && middle[0] <= area.right &&
            area.top <= middle[1] && middle[1] <= area.bottom) under = fill;
      }
      const node = text.closest('.node');
      const frame = node ? node.querySelector('rect:last-of-type, polygon').getBoundingClientRect() : null;
      measured.push({
        text: text.textContent,
        contrast: contrast(getComputedStyle(text).fill, under),
        outside: frame ? Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top,
                                  box.bottom - frame.bottom) : 0,
      });
    }
  }
  return measured;
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
let texts = 0;
try {
  for (const path of process.argv.slice(2)) {
    const name = basename(path), asked = [];
    const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
    page.on('request', request => asked.push(request.url()));
    page.on('dialog', dialog => assert.fail(`${name} opens a dialog: ${dialog.message()}`));
    await page.goto(pathToFileURL(path).href);
    assert.equal(asked.length, 1, `${name} asks for ${asked.slice(1)}`);
    assert.equal(await page.evaluate(() => document.documentElement.lang), name.split('.').at(-2));

    const measured = await page.evaluate(measureTexts);
    assert.ok(measured.length > 5, `${name}: a chart without texts`);
    for (const { text, contrast, outside } of measured) {
      assert.ok(contrast >= 4.5, `${name}: '${text}' has a contrast of ${contrast.toFixed(2)}`);
      assert.ok(outside <= 1, `${name}: '${text}' stands ${outside.toFixed(1)} px outside its box`);
    }
    texts += measured.length;

    // Nothing runs out of the page, on paper or on a telephone.
    for (const [media, width] of [['print', 688], ['screen', 390], ['screen', 900]]) {
      await page.emulateMedia({ media });
      await page.setViewportSize({ width, height: 1200 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name}: ${wide} px too wide for ${width} on ${media}`);
    }

    // On A4 no letter of a chart has less than 7 points: 182 mm upright, 269 mm across.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: await page.locator('.wide').count() ? 1017 : 688, height: 1200 });
    const least = await page.evaluate(() => Math.min(...[...document.querySelectorAll('#chart text')]
      .map(text => text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize) * 72 / 96)));
    assert.ok(least >= 7, `${name}: letters of ${least.toFixed(2)} points`);

    // The page's policy forbids scripts; the check itself goes round it.
    await page.close();
    const context = await browser.newContext({ bypassCSP: true });
    const checked = await context.newPage();
    await checked.goto(pathToFileURL(path).href);
    await checked.evaluate(axe);
    const { violations } = await checked.evaluate(() => axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(violations.map(found => `${found.id}: ${found.nodes.map(node => node.html).slice(0, 3)}`), [],
                     name);
    await context.close();
  }
} finally {
  await browser.close();
}
console.log(`accessible: ${process.argv.length - 2} pages, ${texts} texts in charts and gauges`);
