// What if: the holdings of a dossier, and what becomes of the verdict when they are moved.
'use strict';

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
