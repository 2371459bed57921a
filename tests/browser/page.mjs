// The page of `crible serve` as a person uses it, in Chromium: tests/browser/run-page.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const { CHROMIUM, TOOLS, CRIBLE, ROOT, SHOTS } = process.env;
const tools = createRequire(`${TOOLS}/`);
const { chromium } = tools('playwright-core');
const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

const dossiers = `${ROOT}/datasets/dossiers`;
const example = name => `${dossiers}/${name}/dossier.xml`;
const work = mkdtempSync(join(tmpdir(), 'crible-page-'));

let browser;
const servers = [];

async function serve(...options) {
  const process = spawn(CRIBLE, ['serve', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise(done => process.stdout.once('data', text => done(String(text).trim())));
  const server = { process, url, origin: url.slice(0, -1) };
  servers.push(server);
  return server;
}

const stop = server => new Promise(done => {
  server.process.once('exit', done);
  server.process.kill('SIGTERM');
});

let english, french;

before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  [english, french] = await Promise.all([serve('--lang', 'en'), serve('--lang', 'fr')]);
});

after(async () => {
  await browser?.close();
  await Promise.all(servers.filter(server => server.process.exitCode === null).map(stop));
  rmSync(work, { recursive: true });
});

// A tab in which nothing may go wrong unseen: errors, refused content and requests to elsewhere fail the test.
async function open(server = english, context = browser) {
  const page = await context.newPage({ viewport: { width: 1200, height: 900 } });
  page.setDefaultTimeout(15000);
  page.wrongs = [];
  page.on('pageerror', error => page.wrongs.push(`error: ${error.message}`));
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) page.wrongs.push(message.text());
  });
  page.on('dialog', dialog => page.wrongs.push(`dialog: ${dialog.message()}`));
  page.on('request', request => {
    if (!request.url().startsWith(server.origin) && !/^(data|blob):/.test(request.url()))
      page.wrongs.push(`request to ${request.url()}`);
  });
  await page.goto(server.url);
  await page.waitForFunction(() => typeof words === 'object' && words.drop_here);
  return page;
}

async function close(page) {
  assert.deepEqual(page.wrongs, []);
  await page.close();
}

async function opened(page) {
  await page.waitForSelector('#result:not([hidden]), #check.failed:not([hidden]), #failure:not([hidden])');
}

async function choose(page, ...paths) {
  await page.setInputFiles('#files', paths);
  await opened(page);
}

// A drop as the window system makes it, of files or folders.
async function drop(page, ...paths) {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 200, data });
  await opened(page);
}

const verdict = page => page.locator('#verdict').innerText();
const cells = (page, criterion) =>
  page.locator(`[data-criterion=${criterion}] td`).allInnerTexts();
const field = (page, company, holder) =>
  page.locator(`[data-company="${company}"] tr[data-holder="${holder}"] input[type=text]`);
const slider = (page, company, holder) =>
  page.locator(`[data-company="${company}"] tr[data-holder="${holder}"] input[type=range]`);

async function move(page, company, holder, percentage) {
  const answered = page.waitForResponse(/screen|whatif/);
  await field(page, company, holder).fill(percentage);
  await field(page, company, holder).press('Enter');
  await answered;
  await page.waitForTimeout(50);
}

async function shoot(page, name) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

async function hasNoBarrier(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`), [], name);
}

const jsonOf = (...words) => JSON.parse(spawnSync(CRIBLE, [...words, '--format', 'json']).stdout);

test('drop, see', async () => {
  const page = await open();
  await hasNoBarrier(page, 'before anything is opened');
  await shoot(page, 'empty');
  await drop(page, example('cross-holdings'));
  assert.equal(await verdict(page), 'INELIGIBLE');
  assert.match(await page.locator('#reasons').innerText(),
               /Acme Holdings Inc\. \(United States\) holds 30\s% of the votes, more than 24\s%\. Through: Alpha/);
  assert.match(await page.locator('#check-summary').innerText(), /can be read/);
  assert.match(await page.locator('#announcement').innerText(), /^INELIGIBLE\. Acme/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'candidate-name');
  const [share, , ceiling, status, room] = await cells(page, 'votes-individual');
  assert.deepEqual([share, ceiling, status], ['30\u00a0%', '24\u00a0%', 'VIOLATED']);
  assert.match(room, /6 points too many/);
  assert.match((await cells(page, 'capital-individual'))[4], /room 2\.75 points/);
  assert.equal(await page.title(), 'Nuage de Montagne – crible');
  assert.match(await page.locator('#chart svg').textContent(), /Alpha[^]*Participations/);
  assert.equal(await page.locator('#chart svg').getAttribute('role'), 'img');
  await hasNoBarrier(page, 'result');
  await shoot(page, 'result');
  await close(page);
});

test('every example: the verdict is that of the command, and no barrier', async () => {
  for (const name of readdirSync(dossiers)) {
    const page = await open(french);
    await choose(page, example(name));
    const told = jsonOf('screen', example(name));
    const words = { eligible: 'ÉLIGIBLE', ineligible: 'INÉLIGIBLE', undetermined: 'INDÉTERMINÉ' };
    assert.equal(await verdict(page), words[told.verdict], name);
    assert.equal(await page.locator('#requests li').count(), told.requests.filter(one => one.asked).length, name);
    await hasNoBarrier(page, name);
    await shoot(page, `example-${name}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} overflows`);
    await close(page);
  }
});

test('edit: a percentage, the other side, undo', async () => {
  const page = await open();
  await choose(page, example('cross-holdings'));
  await move(page, 'nuage', 'alpha', '20');
  assert.equal(await verdict(page), 'ELIGIBLE');
  assert.match(await page.locator('#supposed').innerText(), /As filed: INELIGIBLE/);
  assert.equal(await field(page, 'nuage', 'fondateurs').inputValue(), '60');
  const [share, , , status, room] = await cells(page, 'votes-individual');
  assert.match(share, /^20\s%\s*was 30\s%$/);
  assert.match(status, /^met\s*was VIOLATED$/);
  assert.match(room, /room 4 points/);
  assert.match(await page.locator('#figures').innerText(), /room 4 points/);
  assert.match(await page.locator('#chart desc').textContent(), /Alpha Participations in Nuage de Montagne: 20\s%/);
  const told = jsonOf('whatif', example('cross-holdings'), '--sell', 'holder=alpha shares=1000 to=fondateurs');
  assert.equal(told.after.verdict, 'eligible');
  await hasNoBarrier(page, 'after a move');
  await shoot(page, 'moved');
  const undone = page.waitForResponse(/screen/);
  await page.getByRole('button', { name: 'Undo everything' }).click();
  await undone;
  await page.waitForFunction(() => document.querySelector('#verdict').textContent === 'INELIGIBLE');
  assert.equal(await field(page, 'nuage', 'alpha').inputValue(), '30');
  assert.ok(await page.locator('#moves').isHidden());
  await close(page);
});

test('edit: the slider by the keyboard, just to the ceiling and one share beyond', async () => {
  const page = await open();
  await choose(page, example('cross-holdings'));
  await slider(page, 'nuage', 'alpha').focus();
  for (const [percentage, expected] of [['24', 'ELIGIBLE'], ['24.01', 'INELIGIBLE']]) {
    await move(page, 'nuage', 'alpha', percentage);
    assert.equal(await verdict(page), expected, percentage);
  }
  await slider(page, 'nuage', 'alpha').focus();
  const answered = page.waitForResponse(/whatif/);
  await page.keyboard.press('ArrowLeft');
  await answered;
  await page.waitForFunction(() => document.querySelector('#verdict').textContent === 'ELIGIBLE');
  assert.equal(await field(page, 'nuage', 'alpha').inputValue(), '24');
  assert.equal(await slider(page, 'nuage', 'alpha').getAttribute('aria-valuetext'), '24\u00a0%');
  await close(page);
});

test('edit: a new holder, through the chain, and what cannot be', async () => {
  const page = await open();
  await choose(page, example('two-holdings'));
  const company = await page.locator('.company').first().getAttribute('data-company');
  const side = page.locator('.company').first().locator('select').first();
  const first = page.locator('.company').first().locator('input[type=text]').first();
  await side.selectOption({ label: 'a new holder (less only)' });
  await page.locator('.company').first().locator('select').nth(1).selectOption('US');
  const before = await first.inputValue();
  let answered = page.waitForResponse(/whatif/);
  await first.fill('0');
  await first.press('Enter');
  await answered;
  await page.waitForFunction(() => /New holder/.test(document.querySelector('#criteria').innerText));
  assert.match(await page.locator('#moves-list').innerText(), /New holder \(United States\)/);
  assert.match(await page.locator('#criteria').innerText(), /New holder \(United States\)/, company);
  // More than is there, and what is no number, change nothing.
  answered = page.waitForResponse(/screen|whatif/);
  await first.fill('100');
  await first.press('Enter');
  await answered;
  await first.blur();
  await page.waitForFunction(text => document.querySelector('.company input[type=text]').value === text, before);
  await first.fill('lots');
  await first.press('Enter');
  assert.notEqual(await first.getAttribute('aria-invalid'), null);
  await close(page);
});

test('edit: within a class of shares', async () => {
  const page = await open();
  await choose(page, example('investor-agreement'));
  const told = jsonOf('screen', example('investor-agreement')).criteria[0].upper;
  assert.equal(told.value, '3/25');
  const agnes = page.locator('.company tr').filter({ hasText: 'Agnès Bonnet' }).locator('input[type=text]');
  const paul = page.locator('.company tr').filter({ hasText: 'Paul Nguyen' }).locator('input[type=text]');
  const answered = page.waitForResponse(/whatif/);
  await agnes.fill('50');
  await agnes.press('Enter'); // the other side is not the largest holder of all, who holds another class
  await answered;
  await page.waitForFunction(() => !document.querySelector('#moves').hidden);
  assert.ok(await page.locator('#whatif-problem').isHidden());
  assert.equal(await paul.inputValue(), '50');
  await close(page);
});

test('edit: a range gets an exact figure', async () => {
  const page = await open();
  await choose(page, example('missing-documents'));
  const nordic = field(page, 'septentrion', 'nordic');
  assert.equal(await nordic.inputValue(), '');
  await move(page, 'septentrion', 'nordic', '30');
  assert.match(await page.locator('#moves-list').innerText(), /Nordic Seed AS holds exactly 30\s%, not between 25\s% and 50\s%/);
  const told = jsonOf('whatif', example('missing-documents'), '--set', 'stake=nordic of=septentrion capital=30%');
  const after = told.criteria.find(one => one.id === 'capital-individual').after.lower;
  assert.equal(after.value, '3/50');
  assert.match((await cells(page, 'capital-individual'))[0], /^6\s…/);
  await move(page, 'septentrion', 'nordic', '90'); // beyond what the dossier leaves
  assert.ok(await page.locator('#whatif-problem').isVisible());
  assert.ok((await page.locator('#whatif-problem').innerText()).length > 20);
  await shoot(page, 'cannot-be');
  await move(page, 'septentrion', 'nordic', '30');
  assert.ok(await page.locator('#whatif-problem').isHidden());
  await close(page);
});

test('moves that follow each other fast: the last one stands', async () => {
  const page = await open();
  await choose(page, example('cross-holdings'));
  const alpha = slider(page, 'nuage', 'alpha');
  for (let i = 0; i < 40; i++) await alpha.evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new Event('input'));
  }, 30 - i / 4);
  await page.waitForFunction(() => /^20\.25/.test(document.querySelector('[data-criterion=votes-individual] td').innerText));
  assert.equal(await verdict(page), 'ELIGIBLE');
  await close(page);
});

test('wrong files', async () => {
  const page = await open();
  writeFileSync(join(work, 'photo.png'), Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
  await choose(page, join(work, 'photo.png'));
  assert.ok(await page.locator('#check.failed').isVisible());
  assert.ok(await page.locator('#result').isHidden());
  assert.ok(await page.locator('#diagnostics li.error').count() > 0);
  await choose(page, `${ROOT}/tests/cases/A26.xml`);
  await page.waitForFunction(() => /add up to/.test(document.querySelector('#diagnostics').innerText));
  const item = page.locator('#diagnostics li').first();
  assert.match(await item.innerText(), /error lots of company 'C' add up to 10\s400 shares/);
  assert.match(await item.innerText(), /A26\.xml, line 7/);
  assert.equal(await item.locator('mark').innerText(), '<lot');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'check-title');
  await hasNoBarrier(page, 'errors');
  await shoot(page, 'errors');
  await drop(page, example('family'));  // and the right one after all
  await page.waitForSelector('#result:not([hidden])');
  assert.ok(await page.locator('#result').isVisible());
  await close(page);
});

test('a table of holders asks for what it does not say', async () => {
  const page = await open();
  await choose(page, `${ROOT}/tests/tables/data/holders.csv`);
  assert.ok(await page.locator('#check.failed').isVisible());
  assert.match(await page.locator('#diagnostics').innerText(), /Write the company concerned above/);
  await page.getByLabel('Company concerned').fill('Montagne & Cie');
  await page.getByRole('button', { name: 'Screen again' }).click();
  await page.waitForFunction(() => /Write the date of the facts above/.test(document.querySelector('#diagnostics').innerText));
  await page.getByLabel('Date of the facts').fill('2023-02-15');
  await page.getByRole('button', { name: 'Screen again' }).click();
  await page.waitForSelector('#result:not([hidden])');
  assert.equal(await page.locator('#candidate-name').innerText(), 'Montagne & Cie');
  await close(page);
});

test('a folder with its documents, dropped and chosen', async () => {
  const folder = join(work, 'montagne');
  mkdirSync(join(folder, 'pièces'), { recursive: true });
  const cited = readFileSync(example('cross-holdings'), 'utf8')
    .replace('<source id="statuts"', '<source id="statuts" file="pièces/statuts.pdf"');
  writeFileSync(join(folder, 'dossier.xml'), cited);
  writeFileSync(join(folder, 'pièces', 'statuts.pdf'), '%PDF-1.4');
  const page = await open();
  await drop(page, folder);
  assert.equal(await verdict(page), 'INELIGIBLE');
  assert.match(await page.locator('#check-summary').innerText(), /nothing in it contradicts/);
  await page.getByRole('button', { name: 'Open another dossier' }).click();
  await page.setInputFiles('#folder', folder);
  await page.waitForFunction(() => document.body.classList.contains('opened'));
  assert.match(await page.locator('#check-summary').innerText(), /nothing in it contradicts/);
  await drop(page, join(folder, 'dossier.xml'));  // without the document
  await page.waitForSelector('#check.warned');
  assert.match(await page.locator('#diagnostics').innerText(), /statuts\.pdf/);
  await close(page);
});

test('print to PDF', async () => {
  const page = await open(french);
  await choose(page, example('cross-holdings'));
  await move(page, 'nuage', 'alpha', '20');
  const path = SHOTS ? `${SHOTS}/print.pdf` : join(work, 'print.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  assert.equal(readFileSync(path).subarray(0, 5).toString(), '%PDF-');
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['#open', '#tools', '#companies']) assert.ok(await page.locator(hidden).isHidden(), hidden);
  for (const seen of ['#verdict', '#chart svg', '#criteria', '#moves', '#report']) assert.ok(await page.locator(seen).isVisible(), seen);
  const found = spawnSync('pdftotext', ['-layout', path, '-']);
  if (found.status === 0) {
    const text = String(found.stdout);
    assert.match(text, /Nuage de Montagne[^]*ÉLIGIBLE/);
    assert.match(text, /Alpha Participations passe de 30\s%\s+à\s+20/);
    assert.doesNotMatch(text, /Ouvrir un autre dossier/);
  }
  await close(page);
});

test('save the report', async () => {
  const page = await open();
  await choose(page, example('cross-holdings'));
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as text' }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), 'nuage.txt');
  const told = spawnSync(CRIBLE, ['screen', example('cross-holdings'), '--readings=flips']).stdout;
  assert.equal(readFileSync(await saved.path(), 'utf8'), String(told));
  await close(page);
});

test('save the report to sign: of the dossier as filed, whatever is supposed', async () => {
  const page = await open();
  await choose(page, example('cross-holdings'));
  await move(page, 'nuage', 'alpha', '20');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the report to sign (as filed)' }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), 'nuage.html');
  const report = readFileSync(await saved.path(), 'utf8');
  assert.match(report, /^<!doctype html>/i);
  assert.equal(report, String(spawnSync(CRIBLE, ['screen', example('cross-holdings'), '--format', 'html']).stdout));
  assert.match(report, /INELIGIBLE/);
  const savingText = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as text' }).click();
  const text = await savingText;
  assert.equal(text.suggestedFilename(), 'nuage-what-if.txt');
  assert.match(readFileSync(await text.path(), 'utf8'), /what if +--sell holder=alpha[^]*before +INELIGIBLE[^]*after +ELIGIBLE/);
  await close(page);
});

test('save the chart, as it is shown', async () => {
  const page = await open();
  await choose(page, example('family'));
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the chart' }).click();
  const saved = await saving;
  assert.match(saved.suggestedFilename(), /\.svg$/);
  assert.equal(readFileSync(await saved.path(), 'utf8'), String(spawnSync(CRIBLE, ['chart', example('family')]).stdout));
  await close(page);
});

test('two tabs do not know of each other', async () => {
  const [one, two] = [await open(), await open()];
  await Promise.all([choose(one, example('cross-holdings')), choose(two, example('family'))]);
  await move(one, 'nuage', 'alpha', '10');
  assert.equal(await verdict(one), 'ELIGIBLE');
  assert.match(await one.locator('#candidate-name').innerText(), /Nuage/);
  assert.doesNotMatch(await two.locator('#candidate-name').innerText(), /Nuage/);
  assert.ok(await two.locator('#moves').isHidden());
  await one.reload();
  assert.ok(await one.locator('#result').isHidden(), 'nothing is kept');
  await Promise.all([close(one), close(two)]);
});

test('another site gets nothing', async () => {
  const site = createServer((_, reply) => {
    reply.setHeader('Content-Type', 'text/html');
    reply.end('<title>elsewhere</title>');
  });
  await new Promise(done => site.listen(0, '127.0.0.1', done));
  const page = await browser.newPage();
  const refused = [];
  page.on('response', reply => {
    if (reply.request().method() === 'POST') refused.push(reply.status());
  });
  await page.goto(`http://localhost:${site.address().port}/`);
  const outcome = await page.evaluate(async url => {
    const tried = async options => fetch(`${url}screen`, options).then(reply => reply.type, () => 'failed');
    const form = new FormData();
    form.append('file', new Blob(['<dossier/>']), 'dossier.xml');
    return {
      read: await fetch(url).then(() => 'read', () => 'failed'),
      withToken: await tried({ method: 'POST', body: form, headers: { 'X-Crible-Token': '0'.repeat(64) } }),
      plain: await tried({ method: 'POST', body: form }),
      blind: await tried({ method: 'POST', body: form, mode: 'no-cors' }),
    };
  }, english.url);
  assert.deepEqual(outcome, { read: 'failed', withToken: 'failed', plain: 'failed', blind: 'failed' });
  const framed = await page.evaluate(url => new Promise(done => {
    const frame = document.createElement('iframe');
    frame.addEventListener('load', () => {
      try {
        done(frame.contentDocument ? 'readable' : 'closed');
      } catch {
        done('closed');
      }
    });
    frame.src = url;
    document.body.append(frame);
  }), english.url);
  assert.equal(framed, 'closed');
  assert.ok(!(await Promise.all(page.frames().map(frame => frame.title()))).includes('crible'));
  const navigated = page.waitForResponse(`${english.url}screen`);
  await page.evaluate(url => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = `${url}screen`;
    document.body.append(form);
    form.submit();
  }, english.url);
  assert.equal((await navigated).status(), 403);
  assert.deepEqual([...new Set(refused)], [403]);
  await page.close();
  site.close();
});

test('names are text, whatever they hold', async () => {
  const names = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "O'Brien & Søn \"quoted\"", '\u202eetfel\u202c',
                 'Z\u0301\u0302\u0303\u0304\u0323algo', 'n'.repeat(300), 'שלום עולם', '=HYPERLINK("http://x")'];
  const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const lots = names.map((_, i) => `<lot holder="h${i}" class="O" quantity="${i === 0 ? 9300 : 100}"/>`).join('');
  const parties = names.map((name, i) => `<company id="h${i}" name="${escape(name)}" seats="US"/>`).join('');
  const path = join(work, "a<b>&'c.xml");
  writeFileSync(path, `<dossier xmlns="urn:crible:dossier:1" candidate="c"><submission filed="2023-02-14T10:05:00+01:00"/>
    <company id="c" name="${escape(names.join(' '))}" form="SAS" seats="FR"><share-class id="O" issued="10000"/>${lots}
    <complete of="holders rights organs"/></company>${parties}</dossier>`);
  const page = await open();
  await choose(page, path);
  assert.equal(await verdict(page), 'INELIGIBLE');
  const headings = await page.locator('.company tbody th').allInnerTexts();
  assert.deepEqual(headings.map(text => text.trim()).sort(), [...names].sort());
  assert.equal(await page.locator('main script, main img[src=x]').count(), 0);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'a name overflows');
  await move(page, 'c', 'h1', '2');
  assert.ok(await page.locator('#whatif-problem').isHidden());
  await hasNoBarrier(page, 'names');
  await shoot(page, 'names');
  await close(page);
});

test('a narrow window', async () => {
  const page = await open(french);
  await page.setViewportSize({ width: 400, height: 800 });
  await choose(page, example('missing-documents'));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways');
  await hasNoBarrier(page, 'narrow');
  await shoot(page, 'narrow');
  await close(page);
});

test('by the keyboard alone', async () => {
  const page = await open();
  const choosing = page.waitForEvent('filechooser');
  await page.bringToFront();
  const visited = [];
  while (visited.at(-1) !== 'choose-files' && visited.length < 4) {
    await page.keyboard.press('Tab');
    visited.push(await page.evaluate(() => document.activeElement.id || document.activeElement.className));
  }
  assert.deepEqual(visited, ['skip', 'choose-files']);
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(example('cross-holdings'));
  await opened(page);
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.type === 'range')) break;
  }
  assert.equal(await page.evaluate(() => document.activeElement.type), 'range');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, 'none');
  await close(page);
});

test('when crible has ended, the page says so', async () => {
  const server = await serve();
  const page = await open(server);
  assert.equal(await stop(server), 0);
  await choose(page, example('family'));
  assert.match(await page.locator('#failure').innerText(), /does not answer/);
  page.wrongs = page.wrongs.filter(wrong => !/ERR_CONNECTION/.test(wrong));
  await close(page);
});
