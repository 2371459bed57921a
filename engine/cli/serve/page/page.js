// The page of crible: what is dropped is sent to this machine's own server, and shown.
// In the order of the work: words, exact numbers, sending, the check, the result, what if, opening.
'use strict';

const $ = id => document.getElementById(id);
const token = document.querySelector('meta[name=crible-token]').content;
const language = document.documentElement.lang;
const mostFiles = 256, mostBytes = 64 * 1024 * 1024;

let words = {};

// A name stands in a sentence by itself: what turns the direction of writing in it ends with it.
const turning = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;
const byItself = text => (turning.test(text)
  ? `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069` : text);

const say = (key, values = {}) =>
  (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => byItself(String(values[name] ?? '')));

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children.filter(child => child !== null));
  return made;
}

function drawing(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const show = (id, shown) => { $(id).hidden = !shown; };

// ---- Exact numbers: fractions of whole numbers of any size; nothing is decided by a rounded one.

const gcd = (a, b) => { while (b) [a, b] = [b, a % b]; return a < 0n ? -a : a; };

class Fraction {
  constructor(p, q = 1n) {
    if (q < 0n) [p, q] = [-p, -q];
    const common = gcd(p, q) || 1n;
    this.p = p / common;
    this.q = q / common;
  }
  static zero = new Fraction(0n);
  static one = new Fraction(1n);
  // "17/80", "60%", "0.05", "0,05"; null when it is none of these.
  static read(text) {
    const found = /^\s*(-?\d+)(?:[.,](\d+))?(?:\s*\/\s*(\d+))?\s*(%?)\s*$/.exec(text);
    if (!found) return null;
    const [, whole, decimals = '', below = '1', percent] = found;
    const q = 10n ** BigInt(decimals.length) * BigInt(below) * (percent ? 100n : 1n);
    return q ? new Fraction(BigInt(whole + decimals), q) : null;
  }
  plus(x) { return new Fraction(this.p * x.q + x.p * this.q, this.q * x.q); }
  minus(x) { return new Fraction(this.p * x.q - x.p * this.q, this.q * x.q); }
  times(x) { return new Fraction(this.p * x.p, this.q * x.q); }
  compare(x) { const d = this.p * x.q - x.p * this.q; return d < 0n ? -1 : d > 0n ? 1 : 0; }
  equals(x) { return this.compare(x) === 0; }
  absolute() { return new Fraction(this.p < 0n ? -this.p : this.p, this.q); }
  rounded() { return (2n * this.p + this.q) / (2n * this.q); }
  toString() { return this.q === 1n ? `${this.p}` : `${this.p}/${this.q}`; }
  // For the length of a bar and the place of a slider only.
  approximate() { return Number((this.p * 1000000n) / this.q) / 1000000; }
}

const least = (a, b) => (a.compare(b) <= 0 ? a : b);
const decimalPoint = language === 'fr' ? ',' : '.';

// Points of a hundred: digits are cut, "…" says so; never so few that a ceiling seems met or crossed.
function points(fraction, ceiling = null) {
  const hundred = new Fraction(100n);
  const value = fraction.absolute().times(hundred);
  for (let digits = 0; ; digits++) {
    const scale = 10n ** BigInt(digits);
    const cut = (value.p * scale) / value.q;
    const shown = new Fraction(cut, scale);
    const exact = shown.equals(value);
    const tells = ceiling === null ||
      shown.compare(ceiling.times(hundred)) === value.compare(ceiling.times(hundred));
    if (!exact && (digits < 2 || (!tells && digits < 12))) continue;
    const text = cut.toString().padStart(digits + 1, '0');
    const decimals = digits ? decimalPoint + text.slice(-digits) : '';
    const sign = fraction.p < 0n ? '−' : '';
    return sign + text.slice(0, text.length - digits) + decimals + (exact ? '' : '…');
  }
}

const percent = (fraction, ceiling = null) =>
  `${points(fraction, ceiling)}${language === 'fr' ? '\u202f' : '\u00a0'}%`;
// One is singular; in French all that is below two.
const isSingular = fraction => (language === 'fr'
  ? fraction.absolute().compare(new Fraction(2n, 100n)) < 0
  : fraction.absolute().equals(new Fraction(1n, 100n)));
const pointWords = (key, fraction) =>
  say(isSingular(fraction) ? `${key}_one` : key, {points: points(fraction)});

// ---- Sending: the files go with every question, for nothing of them is kept.

let files = [];   // {name, file} of what was opened
let queued = null, running = false;

async function ask(path, changes, report = null) {
  const form = new FormData();
  if (report) form.append('report', report);
  if ($('as-of').value) form.append('as-of', $('as-of').value);
  if ($('candidate').value.trim()) form.append('candidate', $('candidate').value.trim());
  for (const change of changes) form.append('change', change);
  for (const {name, file} of files) form.append('file', file, name);
  let reply;
  try {
    reply = await fetch(path, {method: 'POST', body: form, headers: {'X-Crible-Token': token}});
  } catch {
    throw new Error(say('gone'));
  }
  const answer = await reply.json().catch(() => ({error: say('gone')}));
  if (!reply.ok) throw new Error(answer.error);
  return answer;
}

// Of the questions that come while one is being answered, only the last is asked.
function askSoon(question) {
  queued = question;
  if (!running) askNext();
}

async function askNext() {
  running = true;
  while (queued) {
    const question = queued;
    queued = null;
    try {
      const answer = await ask(question.path, question.changes);
      if (!queued) question.answered(answer);
    } catch (error) {
      if (!queued) question.failed(error.message);
    }
  }
  running = false;
}

// ---- The check: errors and warnings with their place.

function excerpt(diagnostic) {
  const line = diagnostic.excerpt;
  const bytes = new TextEncoder().encode(line);
  const begin = Math.max(0, diagnostic.column - 1);
  const read = part => new TextDecoder().decode(part);
  const marked = element('pre', {class: 'excerpt'}, element('span', {class: 'number'},
                                                            `${diagnostic.line} `));
  if (!diagnostic.column) {
    marked.append(line);
    return marked;
  }
  const end = begin + Math.max(1, diagnostic.length);
  marked.append(read(bytes.slice(0, begin)), element('mark', {}, read(bytes.slice(begin, end))),
                read(bytes.slice(end)));
  return marked;
}

function place(diagnostic) {
  const parts = [diagnostic.file, diagnostic.line && say('line', {line: diagnostic.line}),
                 diagnostic.path];
  return parts.filter(part => part).join(', ');
}

// Where the command asks for an option, the page has a field.
const askedFor = {'no-submission': 'needs_date', 'no-candidate': 'needs_company',
                  'candidate-needed': 'needs_company', 'no-subject': 'needs_company'};

function diagnosticItem(diagnostic) {
  const advice = askedFor[diagnostic.code] ? say(askedFor[diagnostic.code]) : diagnostic.advice;
  const item = element('li', {class: diagnostic.severity},
                       element('p', {},
                               element('strong', {class: 'severity'}, say(diagnostic.severity)), ' ',
                               element('span', {class: 'message'}, diagnostic.message), ' ',
                               element('span', {class: 'place'}, place(diagnostic))));
  if (diagnostic.excerpt && diagnostic.line) item.append(excerpt(diagnostic));
  if (diagnostic.related) item.append(element('p', {}, diagnostic.related));
  if (advice) item.append(element('p', {class: 'advice'}, advice));
  return item;
}

function showCheck(answer) {
  const list = answer.diagnostics;
  const failed = answer.result === null;
  $('check-summary').textContent = answer.failure
    ? answer.failure
    : say(failed ? 'check_errors' : list.length ? 'check_warnings' : 'check_fine');
  $('check').className = failed ? 'failed' : list.length ? 'warned' : 'fine';
  $('diagnostics').replaceChildren(...list.map(diagnosticItem));
  show('check', true);
}

// ---- The result.

const key = id => id.replace(/-/g, '_');
const read = bound => Fraction.read(bound.value);
const isShare = criterion => criterion.threshold !== undefined;

// An end of a range, with a word or a sign when it is not reached.
function endWords(bound, ceiling, beyond) {
  const text = percent(read(bound), ceiling);
  return bound.attained ? text : beyond(text);
}

const isExact = ({lower, upper}) => read(lower).equals(read(upper)) && lower.attained && upper.attained;

// "30 %", "from 20 % to less than 50 %"
function rangeWords(criterion) {
  const ceiling = Fraction.read(criterion.threshold);
  const lower = endWords(criterion.lower, ceiling, value => say('above', {value}));
  const upper = endWords(criterion.upper, ceiling, value => say('below', {value}));
  return isExact(criterion) ? lower : say('range', {lower, upper});
}

// "30 %", "20 … < 50 %"
function rangeSigns(criterion) {
  const ceiling = Fraction.read(criterion.threshold);
  const sign = (bound, before) => (bound.attained ? '' : `${before}\u00a0`);
  const lower = sign(criterion.lower, '>') + points(read(criterion.lower), ceiling);
  const upper = sign(criterion.upper, '<') + percent(read(criterion.upper), ceiling);
  return isExact(criterion) ? upper : `${lower}\u00a0…\u00a0${upper}`;
}

function nameOf(result, id) {
  const third = result.third_entities.find(party => party.id === id);
  const name = third?.name ?? named(id);
  const state = facts.states.get(id);
  return state && third ? `${name} (${countryName(state)})` : name;
}

// The companies between an entity and the candidate, as the witness of its figure has them.
function through(result, {witness}) {
  if (!witness) return [];
  const inner = [...witness.chains.flatMap(chain => chain.steps.map(step => step.company)),
                 ...(witness.parts ?? []).filter(part => part.holder !== part.owner)
                   .map(part => part.holder)];
  return [...new Set(inner)].filter(id => id !== result.candidate.id && id !== witness.entity)
    .map(named);
}

const verdictWord = result => say(`verdict_${result.verdict}`);

// What a right does to a criterion of rights, where it counts.
const counted = criterion =>
  (criterion.rights ?? []).filter(right => ['counts', 'may-count'].includes(right.effect))
    .map(right => right.message);

const listed = texts =>
  (texts.length ? element('ul', {}, ...texts.map(text => element('li', {}, text))) : null);

// Why the verdict is what it is: sentences, each with the rights that it rests on.
function reasons(result) {
  if (result.verdict === 'eligible') return [{told: say('reason_none'), rights: []}];
  const wanted = result.verdict === 'ineligible' ? 'violated' : 'undetermined';
  return result.criteria.filter(criterion => criterion.status === wanted).map(criterion => {
    const words = (wanted === 'violated' ? 'reason_' : 'open_') + key(criterion.id);
    if (!isShare(criterion))
      return {told: say(words), rights: wanted === 'violated' ? counted(criterion) : []};
    const ceiling = Fraction.read(criterion.threshold);
    const between = wanted === 'violated' ? through(result, criterion) : [];
    const told = say(words, {value: rangeWords(criterion), ceiling: percent(ceiling),
                             holder: nameOf(result, criterion.lower.holder)});
    const path = between.length ? ` ${say('through', {companies: between.join(', ')})}` : '';
    return {told: told + path, rights: []};
  });
}

function robustness(readings) {
  if (!readings) return '';
  if (readings.robust) return say('robust');
  const flipping = readings.others.filter(other => other.verdict && other.verdict !== baseline.verdict);
  const names = flipping.map(other => other.choice);
  return say('not_robust', {count: readings.flipping, total: readings.run,
                            readings: names.slice(0, 6).join(', ') + (names.length > 6 ? '…' : '')});
}

function showBanner(result, changed) {
  $('candidate-name').textContent = $('candidate-name').title = result.candidate.name;
  const day = new Date(`${result.as_of}T00:00:00Z`).toLocaleDateString(
    language === 'fr' ? 'fr' : 'en-GB', {dateStyle: 'long', timeZone: 'UTC'});
  $('question').textContent = say('question', {date: day, ruleset: result.ruleset.id});
  $('banner').className = result.verdict;
  $('verdict').textContent = verdictWord(result);
  const why = reasons(result);
  $('reasons').replaceChildren(
    ...why.map(({told, rights}) => element('li', {}, told, listed(rights))));
  $('supposed').textContent = say('supposed', {verdict: verdictWord(baseline)});
  show('supposed', changed);
  $('robustness').textContent = changed ? '' : robustness(result.readings);
  const shares = result.criteria.filter(isShare);
  $('figures').replaceChildren(...shares.map(criterion => element(
    'li', {class: criterion.status}, element('b', {}, figureName(criterion)),
    `${rangeSigns(criterion)} / ${percent(Fraction.read(criterion.threshold))}`,
    element('span', {}, distance(criterion)))));
  const figures = shares.map(criterion =>
    `${figureName(criterion)}: ${rangeWords(criterion)}, ${distance(criterion)}`);
  $('announcement').textContent =
    `${verdictWord(result)}. ${why.map(({told}) => told).join(' ')} ${figures.join('; ')}`;
}

// "capital, one alone"
const figureName = ({id}) =>
  `${say(id.split('-')[0])}, ${say(id.endsWith('individual') ? 'one_alone' : 'together')}`;

// A bar from 0 to 100 %: what is surely held, what may be, and the ceiling.
function gauge(criterion) {
  const x = fraction => (2 + 196 * fraction.approximate()).toFixed(2);
  const width = (from, to) => Math.max(0, x(to) - x(from)).toFixed(2);
  const lower = read(criterion.lower), upper = read(criterion.upper);
  const ceiling = Fraction.read(criterion.threshold);
  const bar = (from, to, name) =>
    drawing('rect', {x: x(from), y: 7, width: width(from, to), height: 10, class: name});
  return drawing('svg', {viewBox: '0 0 200 24', class: `gauge ${criterion.status}`,
                         'aria-hidden': 'true', width: 200, height: 24},
                 bar(Fraction.zero, Fraction.one, 'track'), bar(Fraction.zero, lower, 'sure'),
                 bar(lower, upper, 'open'),
                 drawing('line', {x1: x(ceiling), x2: x(ceiling), y1: 2, y2: 22, class: 'ceiling'}));
}

// How far the criterion is from its ceiling: room left, or how much too much.
function distance(criterion) {
  const ceiling = Fraction.read(criterion.threshold);
  if (criterion.status === 'violated')
    return pointWords('over', read(criterion.lower).minus(ceiling));
  const room = criterion.headroom;
  if (!room) return '';
  return pointWords('room', Fraction.read((room.largest ?? room.newcomer).left));
}

function shareCells(result, criterion, before) {
  const value = rangeSigns(criterion);
  const was = before && rangeSigns(before);
  const holder = criterion.upper.holder ?? criterion.lower.holder;
  const about = [holder ? nameOf(result, holder) : '', distance(criterion)].filter(part => part);
  return [
    element('td', {class: 'number'}, value,
            was && was !== value ? element('span', {class: 'was'}, say('was', {value: was})) : null),
    element('td', {class: 'gauge-cell'}, gauge(criterion)),
    element('td', {class: 'number'}, percent(Fraction.read(criterion.threshold))),
    statusCell(criterion, before),
    element('td', {}, about.join(' · ')),
  ];
}

function statusCell(criterion, before) {
  const moved = before && before.status !== criterion.status;
  return element('td', {class: `status ${criterion.status}`},
                 element('span', {class: 'mark'}, say(`status_${criterion.status}`)),
                 moved ? element('span', {class: 'was'},
                                 say('was', {value: say(`status_${before.status}`)})) : null);
}

const groups = [['capital', ['capital-individual', 'capital-collective']],
                ['votes', ['votes-individual', 'votes-collective']],
                ['vetoes', ['veto']], ['organs', ['organ-majority']]];

function criterionRow(result, id, heading, beforeResult) {
  const criterion = result.criteria.find(one => one.id === id);
  const before = beforeResult?.criteria.find(one => one.id === id);
  if (!isShare(criterion))
    return element('tr', {'data-criterion': id}, heading,
                   element('td', {colspan: 3, class: 'rights'}, listed(counted(criterion))),
                   statusCell(criterion, before), element('td'));
  const alone = id.endsWith('individual') ? 'one_alone' : 'together';
  return element('tr', {'data-criterion': id}, heading,
                 element('th', {scope: 'row', class: 'which'}, say(alone)),
                 ...shareCells(result, criterion, before));
}

function showCriteria(result, before) {
  $('criteria-rows').replaceChildren(...groups.flatMap(([name, ids]) => ids.map((id, i) => {
    const heading = i > 0 ? null
      : ids.length > 1 ? element('th', {scope: 'rowgroup', rowspan: ids.length}, say(name))
      : element('th', {scope: 'row', colspan: 2}, say(name));
    return criterionRow(result, id, heading, before);
  })));
  $('not-examined').textContent = say('not_examined');
}

// What is wider than the window is reached by the keyboard too.
function letScroll() {
  for (const box of document.querySelectorAll('.wide')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
}

function showRequests(result) {
  const asked = result.requests.filter(request => request.asked);
  $('requests').replaceChildren(...asked.map(request => element('li', {}, request.message)));
  show('requests-section', asked.length > 0);
}

// The chart as large as reads well: up to the room there is, not smaller than reads at all; what is
// wider still scrolls.
function showChart(svg) {
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const natural = parseFloat(drawn.getAttribute('width')) * 4 / 3; // points, in pixels
  const width = Math.min(1.35 * natural, Math.max(0.85 * natural, $('chart').clientWidth - 6));
  drawn.setAttribute('width', Math.round(width));
  drawn.removeAttribute('height');
  $('chart').replaceChildren(document.importNode(drawn, true));
}

function showResult(answer, changed) {
  show('result', true);
  chart = answer.chart;
  showBanner(answer.result, changed);
  showChart(chart);
  showCriteria(answer.result, changed ? baseline : null);
  showRequests(answer.result);
  $('report').textContent = answer.text;
  letScroll();
}

// ---- The facts that can be moved, from the dossier's canonical form.

const mostTables = 40; // companies whose holders are listed

let facts = null;    // {names, states, companies: [{id, rows}], further}
let baseline = null; // the result without changes
let chart = '';      // as it is shown

const isInForce = (fact, day) =>
  (!fact.getAttribute('from') || fact.getAttribute('from') <= day) &&
  (!fact.getAttribute('to') || day < fact.getAttribute('to'));

// "(1/4,1/2]" or "3/5".
function readInterval(text) {
  const found = /^[[(](.*),(.*)[\])]$/.exec(text);
  const [low, high] = (found ? [found[1], found[2]] : [text, text]).map(Fraction.read);
  return low && high ? {low, high} : null;
}

function lotRows(company, day) {
  const rows = new Map();
  const classes = new Map([...company.children].filter(fact => fact.localName === 'share-class')
    .map(fact => [fact.getAttribute('id'), fact]));
  for (const lot of company.children) {
    if (lot.localName !== 'lot' || !isInForce(lot, day)) continue;
    const of = classes.get(lot.getAttribute('class'));
    const issued = BigInt(of?.getAttribute('issued') ?? 0);
    const holder = lot.getAttribute('holder');
    const id = `${holder} ${lot.getAttribute('class')}`;
    const part = issued ? new Fraction(BigInt(lot.getAttribute('quantity')), issued) : Fraction.zero;
    const row = rows.get(id) ?? {holder, group: lot.getAttribute('class'), issued,
                                 base: Fraction.zero, movable: issued > 0n,
                                 property: classes.size > 1 ? 'class' : 'capital'};
    row.base = row.base.plus(part);
    row.movable &&= (lot.getAttribute('nature') ?? 'full') === 'full' &&
                    holder !== company.getAttribute('id');
    rows.set(id, row);
  }
  return [...rows.values()];
}

function stakeRows(company, day) {
  const rows = [];
  for (const stake of company.children) {
    if (stake.localName !== 'stake' || !isInForce(stake, day)) continue;
    const property = stake.hasAttribute('capital') ? 'capital' : 'votes';
    const interval = readInterval(stake.getAttribute(property) ?? '');
    if (!interval) continue;
    const exact = interval.low.equals(interval.high);
    rows.push({holder: stake.getAttribute('holder'), group: property, issued: null, property,
               base: exact ? interval.low : null, ...interval,
               bothKnown: property === 'capital' && stake.hasAttribute('votes'),
               movable: !stake.hasAttribute('class')});
  }
  return rows;
}

const isComplete = (company, day) =>
  [...company.children].some(fact => fact.localName === 'complete' && isInForce(fact, day) &&
                             fact.getAttribute('of').split(' ').includes('holders'));

// The companies above the candidate, the nearest first; what does not stand above it changes nothing.
function byDistance(companies, candidate) {
  const known = new Map(companies.map(company => [company.id, company]));
  const reached = new Set([candidate]);
  for (const id of reached) // grows as it is walked
    for (const row of known.get(id)?.rows ?? []) reached.add(row.holder);
  return [...reached].filter(id => known.has(id)).map(id => known.get(id));
}

function readFacts(xml, result) {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  const parties = [...root.children].filter(fact => fact.hasAttribute('id'));
  const names = new Map(parties.filter(fact => fact.localName !== 'source').map(
    fact => [fact.getAttribute('id'), fact.getAttribute('name') ?? fact.getAttribute('id')]));
  const states = new Map(parties.map(party => [party.getAttribute('id'),
    [...party.children].find(fact => fact.localName === 'seat' && isInForce(fact, result.as_of) &&
      fact.getAttribute('kind') === 'registered-office')?.getAttribute('country')]));
  const companies = parties.map(company => ({
    id: company.getAttribute('id'),
    complete: isComplete(company, result.as_of),
    rows: [...lotRows(company, result.as_of), ...stakeRows(company, result.as_of)],
  })).filter(company => company.rows.length > 0);
  const near = byDistance(companies, result.candidate.id);
  for (const company of near.slice(0, mostTables)) {
    company.rows.sort((a, b) => a.group.localeCompare(b.group) ||
                                (b.base ?? b.low).compare(a.base ?? a.low));
    for (const row of company.rows) row.company = company;
  }
  return {names, states, companies: near.slice(0, mostTables),
          further: Math.max(0, near.length - mostTables)};
}

const named = id => (id === 'undisclosed' ? say('undisclosed') : facts.names.get(id) ?? id);

// ---- What if: every move is a transfer between two holders of one company, or an exact figure for one
// that is known as a range.

let moves = []; // {row, delta, other, country} or {row, exact}
const unknown = ' unknown', newcomer = ' new'; // no id begins with a blank

const effectOn = (row, move) => {
  if (move.exact) return move.row === row ? move.exact : Fraction.zero;
  if (move.row === row) return move.delta;
  const isOther = move.row.company === row.company && move.row.group === row.group &&
                  move.other === row.holder;
  return isOther ? Fraction.zero.minus(move.delta) : Fraction.zero;
};

const shareNow = row =>
  moves.reduce((share, move) => share.plus(effectOn(row, move)), row.base ?? Fraction.zero);

const isSet = row => row.base !== null || moves.some(move => move.row === row);

const quoted = text => (/[\s'"]/.test(text) ? `"${text}"` : text);

const countryName = code => {
  try {
    return new Intl.DisplayNames([language], {type: 'region'}).of(code);
  } catch {
    return code;
  }
};

function amount(row, delta) {
  const size = delta.absolute();
  if (row.issued === null) return `${row.property}=${size}`;
  return `shares=${size.times(new Fraction(row.issued))} class=${quoted(row.group)}`;
}

function changeText(move, arrived) {
  const {row} = move, of = quoted(row.company.id), holder = quoted(row.holder);
  if (move.exact) {
    const votes = row.bothKnown ? ` votes=${move.exact}` : '';
    return `set stake=${holder} of=${of} ${row.property}=${move.exact}${votes}`;
  }
  if (move.delta.p > 0n) {
    const from = move.other === unknown ? '' : ` from=${quoted(move.other)}`;
    return `add holder=${holder} of=${of} ${amount(row, move.delta)}${from}`;
  }
  let to = quoted(move.other);
  if (move.other === newcomer) {
    to = `new-${move.country.toLowerCase()}`;
    const name = say('new_holder', {country: countryName(move.country)});
    if (!arrived.has(to)) to += ` country=${move.country} name="${name}"`;
    arrived.add(`new-${move.country.toLowerCase()}`);
  }
  return `sell holder=${holder} of=${of} ${amount(row, move.delta)} to=${to}`;
}

function changeTexts() {
  const arrived = new Set();
  return moves.map(move => changeText(move, arrived));
}

// The share that a slider or a field asks for; nobody holds less than nothing, and what is taken from
// the other side must be there.
function moveTo(row, wanted, side) {
  if (row.base === null) {
    moves = moves.filter(move => move.row !== row);
    moves.push({row, exact: wanted});
    return tryMoves();
  }
  moves = moves.filter(move => move.row !== row);
  let delta = wanted.minus(shareNow(row));
  if (row.issued !== null) {
    const shares = delta.times(new Fraction(row.issued));
    delta = new Fraction(shares.p < 0n ? -shares.absolute().rounded() : shares.rounded(), row.issued);
  }
  if (delta.p > 0n && side.other === newcomer) delta = Fraction.zero;
  if (delta.p < 0n && side.other === unknown) delta = Fraction.zero;
  const partner = row.company.rows.find(one => one.holder === side.other && one.group === row.group);
  if (delta.p > 0n && partner) delta = least(delta, shareNow(partner));
  if (delta.p !== 0n) moves.push({row, delta, ...side});
  tryMoves();
}

function tryMoves() {
  showMoves();
  syncRows();
  askSoon({
    path: moves.length ? '/whatif' : '/screen',
    changes: changeTexts(),
    answered: answer => {
      const failed = answer.result === null;
      $('whatif-problem').replaceChildren(
        ...(failed ? [element('p', {}, answer.failure ?? ''),
                      element('ul', {}, ...answer.diagnostics.map(one => element(
                        'li', {}, [one.message, one.advice].filter(part => part).join(' – '))))]
                   : []));
      show('whatif-problem', failed);
      $('result').classList.toggle('stale', failed);
      if (!failed) showResult(answer, moves.length > 0);
    },
    failed: showFailure,
  });
}

function moveWords(move) {
  const {row} = move, holder = named(row.holder), company = named(row.company.id);
  if (move.exact)
    return say('move_set', {company, holder, after: percent(move.exact),
                            before: say('known_as', {lower: percent(row.low), upper: percent(row.high)})});
  const other = move.other === unknown ? say('other_unknown')
    : move.other === newcomer ? say('new_holder', {country: countryName(move.country)})
    : named(move.other);
  const after = shareNow(row);
  return say('move_transfer', {company, holder, other, before: percent(after.minus(move.delta)),
                               after: percent(after)});
}

function showMoves() {
  $('moves-list').replaceChildren(...moves.map(move => {
    const undo = element('button', {type: 'button', class: 'small'}, say('undo'));
    undo.addEventListener('click', () => {
      moves = moves.filter(one => one !== move);
      tryMoves();
      ($('moves').hidden ? $('whatif-title') : $('undo')).focus();
    });
    return element('li', {}, `${moveWords(move)} `, undo);
  }));
  show('moves', moves.length > 0);
}

// Sliders and fields show the shares as moved, those of the other side too.
function syncRows() {
  for (const company of facts.companies) for (const row of company.rows) {
    if (!row.slider) continue;
    const share = isSet(row) ? shareNow(row) : row.low;
    row.slider.value = (100 * share.approximate()).toFixed(2);
    row.slider.setAttribute('aria-valuetext', isSet(row) ? percent(share) : row.words);
    if (document.activeElement !== row.field && !row.field.hasAttribute('aria-invalid'))
      row.field.value = isSet(row) ? points(share).replace('…', '') : '';
    row.element.classList.toggle('moved', moves.some(move => effectOn(row, move).p !== 0n));
  }
}

const countries = ('US GB CH CN JP CA IL IN KR SG AE SA QA TR NO AU BR HK TW RU ' +
                   'FR DE IT ES NL BE LU IE SE DK PL PT AT FI').split(' ');

function otherSide(company) {
  const id = `side-${facts.companies.indexOf(company)}`;
  const select = element('select', {id});
  const holders = [...new Set(company.rows.filter(row => row.movable && row.base !== null)
    .map(row => row.holder))];
  const bySize = holders.map(holder => ({
    holder, size: company.rows.filter(row => row.holder === holder)
      .reduce((sum, row) => sum.plus(row.base ?? Fraction.zero), Fraction.zero)}))
    .sort((a, b) => b.size.compare(a.size));
  for (const {holder} of bySize) select.append(element('option', {value: holder}, named(holder)));
  if (!company.complete) select.append(element('option', {value: unknown}, say('other_unknown')));
  select.append(element('option', {value: newcomer}, say('other_new')));
  const country = element('select', {id: `${id}-country`});
  for (const code of countries) country.append(element('option', {value: code}, countryName(code)));
  const label = element('label', {for: country.id, hidden: true}, say('country_of_new'), ' ', country);
  select.addEventListener('change', () => { label.hidden = select.value !== newcomer; });
  if (bySize.length === 1) select.value = company.complete ? newcomer : unknown;
  label.hidden = select.value !== newcomer;
  // A holder's own share, or one of another class, goes to the largest other holder of its kind.
  const side = row => {
    const partners = company.rows.filter(one => one.movable && one.base !== null && one !== row &&
                                                one.group === row.group).map(one => one.holder);
    const suits = select.value.startsWith(' ') || partners.includes(select.value);
    const other = suits ? select.value : (partners[0] ?? (company.complete ? newcomer : unknown));
    return {other, country: country.value};
  };
  return {side, shown: element('p', {class: 'side'}, element('label', {for: id}, say('other_side')), ' ',
                               select, ' ', label)};
}

function rowElement(row, side, index) {
  const holder = named(row.holder), company = named(row.company.id);
  const exact = row.base !== null;
  row.words = exact ? percent(row.base)
                    : say('known_as', {lower: percent(row.low), upper: percent(row.high)});
  const property = say(row.property === 'class' ? 'share_of_class' : `share_of_${row.property}`,
                       {class: row.group});
  const heading = element('th', {scope: 'row'}, holder,
                          row.property === 'capital' ? null
                                                     : element('span', {class: 'was'}, property));
  if (!row.movable)
    return row.element = element('tr', {}, heading, element('td', {class: 'number'}, row.words),
                                 element('td', {class: 'hint'}, say('cannot_move')), element('td'));
  const [low, high] = exact ? [0, 100] : [row.low, row.high].map(end => 100 * end.approximate());
  row.slider = element('input', {type: 'range', min: low, max: high, step: '0.01',
                                 'aria-label': say('slider_of', {holder, company})});
  row.field = element('input', {type: 'text', inputmode: 'decimal', size: 7, autocomplete: 'off',
                                'aria-label': say('share_of', {holder, company}),
                                id: `share-${index}`});
  let waiting = 0;
  row.slider.addEventListener('input', () => {
    clearTimeout(waiting);
    row.field.value = row.slider.value.replace('.', decimalPoint);
    waiting = setTimeout(() => moveTo(row, Fraction.read(`${row.slider.value}%`), side(row)), 80);
  });
  row.field.addEventListener('change', () => {
    const wanted = Fraction.read(`${row.field.value.replace(/[\s%]/g, '')}%`);
    const allowed = wanted && wanted.p >= 0n && wanted.compare(Fraction.one) <= 0;
    row.field.toggleAttribute('aria-invalid', !allowed);
    if (allowed) moveTo(row, wanted, side(row));
  });
  row.field.addEventListener('blur', syncRows);
  row.element = element('tr', {'data-holder': row.holder}, heading,
                        element('td', {class: 'number'}, row.words),
                        element('td', {}, row.slider),
                        element('td', {class: 'entry'}, row.field, ' %'));
  return row.element;
}

function companyTable(company, index) {
  const {side, shown} = otherSide(company);
  const rows = company.rows.map((row, i) => rowElement(row, side, `${index}-${i}`));
  const caption = element('caption', {}, say('holders_of', {company: named(company.id)}));
  const head = element('thead', {}, element('tr', {},
    element('th', {scope: 'col'}, say('holder')),
    element('th', {scope: 'col'}, say('as_filed')),
    element('th', {scope: 'col', colspan: 2}, say('as_supposed'))));
  const table = element('table', {}, caption, head, element('tbody', {}, ...rows));
  return element('section', {class: 'company', 'data-company': company.id},
                 element('div', {class: 'wide', role: 'group', 'aria-label': caption.textContent}, table),
                 company.rows.some(row => row.base !== null && row.movable) ? shown : null);
}

function showWhatIf() {
  $('companies').replaceChildren(...facts.companies.map(companyTable));
  if (!facts.companies.length)
    $('companies').append(element('p', {class: 'hint'}, say('nothing_to_move')));
  if (facts.further)
    $('companies').append(element('p', {class: 'hint'}, say('further', {count: facts.further})));
  show('whatif-problem', false);
  showMoves();
  syncRows();
  letScroll();
}

// ---- Opening.

function showFailure(sentence) {
  $('failure').textContent = sentence;
  show('failure', true);
  show('busy', false);
}

function opened(answer) {
  show('busy', false);
  $('again').disabled = false;
  showCheck(answer);
  document.body.classList.toggle('opened', answer.result !== null);
  if (answer.result === null) {
    $('particulars').open ||= answer.exit === 64;
    $('check-title').tabIndex = -1;
    $('check-title').focus();
    return;
  }
  baseline = answer.result;
  facts = readFacts(answer.dossier, baseline);
  document.title = `${baseline.candidate.name} – crible`;
  showResult(answer, false);
  showWhatIf();
  scrollTo(0, 0);
  $('candidate-name').focus({preventScroll: true});
}

function open() {
  moves = [];
  for (const id of ['failure', 'check', 'result']) show(id, false);
  const bytes = files.reduce((sum, {file}) => sum + file.size, 0);
  if (!files.length) return showFailure(say('nothing_dropped'));
  if (files.length > mostFiles || bytes > mostBytes - 1024 * 1024)
    return showFailure(say('too_large'));
  show('busy', true);
  askSoon({path: '/screen', changes: [], answered: opened, failed: showFailure});
}

// What is dropped may be folders: all that lies in them, under their names.
async function within(entry, folder) {
  const name = folder + entry.name;
  if (entry.isFile)
    return [{name, file: await new Promise((done, fail) => entry.file(done, fail))}];
  const reader = entry.createReader(), found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) break;
    for (const inner of some) found.push(...await within(inner, `${name}/`));
  }
  return found;
}

async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(entry => entry);
  const found = entries.length
    ? (await Promise.all(entries.map(entry => within(entry, '')))).flat()
    : [...transfer.files].map(file => ({name: file.name, file}));
  files = found.filter(({name}) => !/(^|\/)\./.test(name));
  open();
}

function chosen(input) {
  files = [...input.files].map(file => ({name: file.webkitRelativePath || file.name, file}))
    .filter(({name}) => !/(^|\/)\./.test(name));
  input.value = '';
  if (files.length) open();
}

function save(text, name, type) {
  const link = element('a', {href: URL.createObjectURL(new Blob([text], {type})), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// What is saved with changes says so by its name.
const fileName = () => `${baseline.candidate.id}${moves.length ? '-what-if' : ''}`;

// The report for paper is made when it is asked for, of the dossier as filed: nobody signs a supposition.
async function saveReport() {
  try {
    const answer = await ask('/screen', [], 'html');
    if (answer.html) save(answer.html, `${baseline.candidate.id}.html`, 'text/html;charset=utf-8');
    else showCheck(answer);
  } catch (error) {
    showFailure(error.message);
  }
}

function wire() {
  for (const [button, input] of [['choose-files', 'files'], ['choose-folder', 'folder']]) {
    $(button).addEventListener('click', () => $(input).click());
    $(input).addEventListener('change', () => chosen($(input)));
  }
  let depth = 0;
  const highlight = on => $('drop').classList.toggle('over', on);
  addEventListener('dragenter', event => { event.preventDefault(); depth++; highlight(true); });
  addEventListener('dragleave', () => { if (--depth <= 0) highlight(false); });
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    event.preventDefault();
    depth = 0;
    highlight(false);
    dropped(event.dataTransfer).catch(error => showFailure(error.message));
  });
  $('again').addEventListener('click', open);
  $('undo').addEventListener('click', () => { moves = []; tryMoves(); });
  $('print').addEventListener('click', () => print());
  $('save-html').addEventListener('click', saveReport);
  $('save-text').addEventListener('click', () =>
    save($('report').textContent, `${fileName()}.txt`, 'text/plain;charset=utf-8'));
  $('save-chart').addEventListener('click', () =>
    save(chart, `${fileName()}.svg`, 'image/svg+xml'));
  $('open-other').addEventListener('click', () => {
    document.body.classList.remove('opened');
    $('choose-files').focus();
  });
  addEventListener('resize', letScroll);
  addEventListener('beforeprint', () => { $('report-details').open = true; });
}

fetch('/words.json').then(reply => reply.json()).then(given => { words = given; wire(); });
