// Text as words, so that however a thing is written, the same search finds it: macros/language/finding.py does the same
// for the index, and a test compares the two.

import { monthCalled } from "./dates.js";

const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ð: "d", þ: "th", ł: "l", đ: "d", ı: "i", ς: "σ" };
const DROPPED = /[\p{M}\u00ad\u200c\u200d\u2060]/gu;
const TOKEN = /[\p{L}\p{Nl}\p{No}]+|\p{Nd}+/gu;
const DAY = new RegExp(
  "(?<![\\p{L}\\p{N}])(?:(?<y1>[0-9]{4})[-/](?<m1>[0-9]{2})[-/](?<d1>[0-9]{2})"
  + "|(?<d2>[0-9]{1,2})[-/.](?<m2>[0-9]{1,2})[-/.](?<y2>[0-9]{4}|[0-9]{2})"
  + "|(?<d3>[0-9]{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<m3>[\\p{L}\\p{Nl}\\p{No}]{3,})\\.?,?\\s+(?<y3>[0-9]{4})"
  + "|(?<m4>[\\p{L}\\p{Nl}\\p{No}]{3,})\\.?\\s+(?<d4>[0-9]{1,2})(?:st|nd|rd|th)?,?\\s+(?<y4>[0-9]{4}))(?![\\p{L}\\p{N}])",
  "gu",
);
const ENDINGS = /^(?:|e|s|es|d|ed|ing|ings|ly|y|ies|ied|er|ers|or|ion|ions|ation|ations|ment|ments|al|ally|able|ive)$/u;
const SHORTEST = 3;

const known = new Map();

// A character in small letters, without its accent.
function folding(character) {
  if (!known.has(character)) {
    const plain = character.normalize("NFKD").toLowerCase().normalize("NFKD").replace(DROPPED, "");
    known.set(character, plain.replace(/[æœøßðþłđıς]/gu, (letter) => LETTERS[letter]));
  }
  return known.get(character);
}

// A text in small letters, without accents.
export const inSmallLetters = (text) => [...text].map(folding).join("");

// The words of a text with their places: where each begins and ends in the text, and its number, from 0.
export function tokens(text) {
  let plain = "";
  const at = [];
  let from = 0;
  for (const character of text) {
    const part = folding(character);
    for (let i = 0; i < part.length; i += 1) at.push(from);
    plain += part;
    from += character.length;
  }
  at.push(text.length);
  const words = [...plain.matchAll(TOKEN)].map(({ 0: word, index }, place) => (
    { word, place, start: index, from: at[index], to: endOf(text, at, index + word.length - 1) }
  ));
  const days = new Map([...plain.matchAll(DAY)].map((found) => [found.index, dayOf(found.groups)]));
  return words.map((one) => ({ ...one, day: days.get(one.start) ?? null }));
}

function endOf(text, at, last) {
  let place = last + 1;
  while (place < at.length && at[place] === at[last]) place += 1;
  return place < at.length ? at[place] : text.length;
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

// What is looked for, as words one after the other. A day is one word, or (`or`) all that was typed, since a record may
// hold "20–21 April 2023". `isWhole`: as typed, in quotation marks. One letter alone is also only itself, since nearly
// everything has a word that begins with it.
export function wanted(value, isWhole) {
  const words = tokens(value), day = dayIn(value);
  if (day) {
    const typed = { words: words.map(({ word }) => word), isWhole: true };
    const parts = isWhole || !/\s/u.test(value) ? [typed] : value.split(/\s+/u).map((one) => wanted(one, false));
    return { words: [day], isWhole: true, or: parts };
  }
  return { words: words.map(({ word }) => word), isWhole: isWhole || (words.length === 1 && words[0].word.length === 1) };
}

// Whether a word is one looked for: it begins with it, or is another form of it, like publishing and published.
export function fits(looked, word) {
  if (word.startsWith(looked)) return true;
  if (!/^\p{L}+$/u.test(looked)) return false;
  let same = 0;
  while (same < looked.length && looked[same] === word[same]) same += 1;
  for (; same >= SHORTEST; same -= 1) {
    if (ENDINGS.test(looked.slice(same)) && ENDINGS.test(word.slice(same))) return true;
  }
  return false;
}

// The letters with which every word begins that `fits`.
export function beginning(looked) {
  if (!/^\p{L}+$/u.test(looked)) return looked;
  for (let end = Math.min(SHORTEST, looked.length); end < looked.length; end += 1) {
    if (ENDINGS.test(looked.slice(end))) return looked.slice(0, end);
  }
  return looked;
}

// Whether the last of the words looked for may be a beginning or another form, and which test that is.
export function testOf({ words, isWhole }) {
  const last = words.at(-1);
  if (isWhole) return (word) => word === last;
  return words.length > 1 ? (word) => word.startsWith(last) : (word) => fits(last, word);
}

// The places of a text, as pairs of begin and end, at which it holds what is looked for.
export function places(text, looked) {
  const found = placesOf(text, looked);
  const others = found.length ? [] : (looked.or ?? []).map((one) => places(text, one));
  return others.every((one) => one.length) ? [...found, ...others.flat()] : found;
}

function placesOf(text, looked) {
  const { words } = looked, isLast = testOf(looked);
  const said = tokens(text), out = [];
  for (let at = 0; at + words.length <= said.length; at += 1) {
    const isThere = words.slice(0, -1).every((word, place) => said[at + place].word === word);
    const last = said[at + words.length - 1];
    if (isThere && (isLast(last.word) || (words.length === 1 && last.day === words[0]))) {
      out.push([said[at].from, last.day === words[0] ? said[Math.min(at + 2, said.length - 1)].to : last.to]);
    }
  }
  return out;
}

export const holds = (text, looked) => places(text, looked).length > 0;
