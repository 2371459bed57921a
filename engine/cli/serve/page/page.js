// What is dropped is sent to this machine's own server, and shown. In the order of the work: sending,
// the check, opening.
'use strict';

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
