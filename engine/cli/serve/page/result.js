// The result as it is read: verdict and reasons, chart, criteria, what to ask for.
'use strict';

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
