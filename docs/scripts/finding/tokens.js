// Text as words, so that however a thing is written, the same search finds it: macros/language/finding.py does the same
// for the index, and a test compares the two.

import { monthCalled } from "./dates.js";

const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ð: "d", þ: "th", ł: "l", đ: "d", ı: "i", ς: "σ" };
const APOSTROPHES = "´ʼʻ"; // letters or accents in Unicode
const UNSEEN = /[\p{M}\p{Cf}\u0640]/gu;
// Scripts without spaces between words, and the parts of Hangul: each letter is a word.
const SPACELESS = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u312f\\u31f0-\\u31ff"
  + "\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97f\\ud7b0-\\ud7ff\\u{20000}-\\u{3ffff}";
const ANY = "[\\p{L}\\p{Nl}\\p{No}]", LETTER = `(?:(?![${SPACELESS}])${ANY})`, DASH = "\\-‐‒–−־";
const SIGN = `[${DASH}'\`’‘′׳״/._]`;
const TOKEN = new RegExp(`(?=${ANY})[${SPACELESS}]|${LETTER}+|\\p{Nd}+`, "gu");
const JOINED = [
  new RegExp(`${LETTER}+(?:${SIGN}${LETTER}+)+`, "gu"),
  new RegExp(`(?:(?<=${LETTER})|(?<=${LETTER}${SIGN}))\\p{Nd}+(?:${SIGN}\\p{Nd}+)+`, "gu"),
];
const JOINED_NUMBER = new RegExp(`(?<!\\p{Nd})\\p{Nd}+(?:[${DASH}]\\p{Nd}+)+`, "gu");
const THOUSANDS = /(?<!\p{Nd})(?<!\p{Nd}[,.'’])\p{Nd}{1,3}(?:([,.'’])\p{Nd}{3})(?:\1\p{Nd}{3})*(?!\p{Nd})/gu;
const MOST_PARTS = 4, SHORTEST_NUMBER = 5;
const DAY = new RegExp(
  "(?<![\\p{L}\\p{N}])(?:(?<y1>[0-9]{4})[-/](?<m1>[0-9]{2})[-/](?<d1>[0-9]{2})"
  + "|(?<d2>[0-9]{1,2})[-/.](?<m2>[0-9]{1,2})[-/.](?<y2>[0-9]{4}|[0-9]{2})"
  + "|(?<d3>[0-9]{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<m3>[\\p{L}\\p{Nl}\\p{No}]{3,})\\.?,?\\s+(?<y3>[0-9]{4})"
  + "|(?<m4>[\\p{L}\\p{Nl}\\p{No}]{3,})\\.?\\s+(?<d4>[0-9]{1,2})(?:st|nd|rd|th)?,?\\s+(?<y4>[0-9]{4}))(?![\\p{L}\\p{N}])",
  "gu",
);

const known = new Map();

// A character in small letters, without its accent.
function folding(character) {
  if (!known.has(character)) {
    const typed = APOSTROPHES.includes(character) ? "'" : character;
    const plain = typed.normalize("NFKD").toLowerCase().normalize("NFKD").replace(UNSEEN, "");
    known.set(character, plain.replace(/[æœøßðþłđıς]/gu, (letter) => LETTERS[letter]));
  }
  return known.get(character);
}

// A text in small letters, without accents.
export const inSmallLetters = (text) => [...text].map(folding).join("");

// The words of a text, each with its number, from 0 (`place`), of how many it is made, and where it begins and ends in
// the text. `days`, like 2022-03-21, and words that a sign joins, like cooperation, stand at the place of their first.
export function tokens(text) {
  const { plain, at } = mapped(text);
  const all = [...plain.matchAll(TOKEN)].map(({ 0: word, index }) => ({ word, parts: 1, index, end: index + word.length }));
  const places = new Map(all.map(({ index }, place) => [index, place]));
  const placed = ({ word, parts, index, end }) => ({ word, parts, place: places.get(index), from: at[index], to: endOf(text, at, end - 1) });
  return { words: all.map(placed), days: daysIn(plain).map(placed), joined: joinedIn(plain).map(placed) };
}

// The folded text, and where each of its signs stands in the text.
function mapped(text) {
  let plain = "", from = 0;
  const at = [];
  for (const character of text) {
    const part = folding(character);
    for (let i = 0; i < part.length; i += 1) at.push(from);
    plain += part;
    from += character.length;
  }
  at.push(text.length);
  return { plain, at };
}

function endOf(text, at, last) {
  let place = last + 1;
  while (place < at.length && at[place] === at[last]) place += 1;
  return place < at.length ? at[place] : text.length;
}

// The words that words of a folded text make together, each once.
function joinedIn(plain) {
  const runs = JOINED.flatMap((pattern) => [...plain.matchAll(pattern)].flatMap(joinings));
  const numbers = [...plain.matchAll(JOINED_NUMBER)].flatMap(joinings).filter(({ word }) => [...word].length >= SHORTEST_NUMBER);
  const thousands = [...plain.matchAll(THOUSANDS)].map((found) => joinings(found).find(({ end }) => end === found.index + found[0].length));
  const all = [...runs, ...numbers, ...thousands];
  return [...new Map(all.map((one) => [`${one.index} ${one.parts} ${one.word}`, one])).values()];
}

// The joinings of neighbouring parts, first those from the first part on.
function joinings({ 0: run, index }) {
  const parts = [...run.matchAll(TOKEN)], out = [];
  for (let first = 0; first < parts.length; first += 1) {
    for (let last = first + 2; last <= parts.length; last += 1) {
      if (last - first > MOST_PARTS && last - first < parts.length) continue;
      const word = parts.slice(first, last).map(([part]) => part).join("");
      const { 0: end, index: before } = parts[last - 1];
      out.push({ word, parts: last - first, index: index + parts[first].index, end: index + before + end.length });
    }
  }
  return out;
}

function daysIn(plain) {
  const found = [...plain.matchAll(DAY)].map(({ 0: typed, index, groups }) => ({ word: dayOf(groups), parts: 1, index, end: index + typed.length }));
  return found.filter(({ word }) => word);
}

function dayOf({ y1, m1, d1, y2, m2, d2, y3, m3, d3, y4, m4, d4 }) {
  const named = m3 ?? m4, month = named ? monthCalled(named) : Number(m1 ?? m2), day = Number(d1 ?? d2 ?? d3 ?? d4);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const year = (y1 ?? y2 ?? y3 ?? y4).padStart(4, "20");
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

// The day that a text is, as a whole, like 2023-03-06; null if it is not one.
export function dayIn(text) {
  const plain = inSmallLetters(text.trim());
  const [found] = plain.matchAll(DAY);
  return plain && found?.[0] === plain ? dayOf(found.groups) : null;
}
