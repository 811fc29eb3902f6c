// What is looked for, and where a text holds it.

import { dayIn, tokens } from "./tokens.js";

const ENDINGS = /^(?:|e|s|es|d|ed|ing|ings|ly|y|ies|ied|er|ers|or|ion|ions|ation|ations|ment|ments|al|ally|able|ive)$/u;
const SHORTEST = 3;

// What is looked for, as words one after the other. `or`: another way in which a record may hold it, as what must all
// be there: all that was typed of a day, since a record may hold "20–21 April 2023", and the words that signs join as
// one. `isWhole`: as typed, in quotation marks. One letter alone is also only itself, since nearly everything has a word
// that begins with it.
export function wanted(value, isWhole) {
  const all = tokens(value), words = all.words.map(({ word }) => word), day = dayIn(value);
  if (day) {
    const typed = { words, isWhole: true };
    const parts = isWhole || !/\s/u.test(value) ? [typed] : value.split(/\s+/u).map((one) => wanted(one, false));
    return { words: [day], isWhole: true, or: parts };
  }
  const looked = lookedFor(words, isWhole), joined = joinedMost(all);
  return joined.length < words.length ? { ...looked, or: [lookedFor(joined, isWhole)] } : looked;
}

const lookedFor = (words, isWhole) => ({ words, isWhole: isWhole || (words.length === 1 && words[0].length === 1) });

// The words one after the other, at each place the one that most are joined in.
function joinedMost({ words, joined }) {
  const out = [];
  let next = 0;
  for (const { word, place, parts } of [...words, ...joined].sort((one, other) => one.place - other.place || other.parts - one.parts)) {
    if (place < next) continue;
    out.push(word);
    next = place + parts;
  }
  return out;
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
  const { words } = looked, isLast = testOf(looked), at = [];
  for (const one of Object.values(tokens(text)).flat()) (at[one.place] ??= []).push(one);
  const endFrom = (place, number) => {
    const isThere = number === words.length - 1 ? isLast : (word) => word === words[number];
    for (const one of at[place] ?? []) {
      if (!isThere(one.word)) continue;
      const end = number === words.length - 1 ? one.to : endFrom(place + one.parts, number + 1);
      if (end !== null) return end;
    }
    return null;
  };
  const found = at.map((here, place) => [here[0].from, endFrom(place, 0)]);
  return found.filter(([, end]) => end !== null);
}

export const holds = (text, looked) => places(text, looked).length > 0;
