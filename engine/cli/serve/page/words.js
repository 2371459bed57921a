// What the page's other scripts speak and count with: words, elements, exact numbers. Scripts share
// their names, and stand in page.html in the order in which they build on each other.
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
