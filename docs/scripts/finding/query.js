// What is typed into a field of words, cut into words, phrases and filters like owner:EF. The tracker and the search
// understand the same: each piece must match, or must not where a hyphen stands before it.

import { dayIn, inSmallLetters } from "./tokens.js";

const TOKEN = /(?<not>-(?=["\p{L}]))?(?:(?<key>[a-z][a-z-]*):)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>\S*))/giu;

// Each piece with what it was typed as, so that it can be taken out again. Curly quotation marks
// count as straight ones; a mark that is not closed ends with the text.
export function parse(text) {
  const pieces = [];
  for (const { 0: typed, index: at, groups } of straight(text).matchAll(TOKEN)) {
    const { not, key, phrase, word } = groups;
    const value = (phrase ?? word ?? "").trim();
    if (!key && !value) continue;
    pieces.push({ typed, at, not: Boolean(not), key: key?.toLowerCase(), value, isPhrase: phrase !== undefined });
  }
  return withDays(text, pieces);
}

// The pieces with each day, like 6 March 2023 or 6th of March 2023, as one.
function withDays(text, pieces) {
  const out = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const length = [4, 3].find((number) => isDay(pieces.slice(at, at + number), number));
    if (!length) {
      out.push(pieces[at]);
      continue;
    }
    const day = pieces.slice(at, at + length);
    out.push({ ...day[0], value: valueOf(day), typed: typedFrom(text, day[0], day[length - 1]) });
    at += length - 1;
  }
  return out;
}

const valueOf = (pieces) => pieces.map(({ value }) => value).join(" ");

function isDay(pieces, length) {
  const isPlain = pieces.every(({ key, isPhrase, not }, place) => !key && !isPhrase && !(not && place));
  return pieces.length === length && isPlain && dayIn(valueOf(pieces)) !== null;
}

// The pieces with each value beside the name of its filter, where a space parts them, like owner: EF, or quotation
// marks, like owner:"Home Office"+people. `isFilter` knows the names.
export function joined(text, pieces, isFilter) {
  const out = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before && !piece.key && isFilter(before.key) && (!before.value || /^\+people$/iu.test(piece.value))) {
      before.typed = typedFrom(text, before, piece);
      before.value += piece.value;
    } else out.push({ ...piece });
  }
  return out;
}

const typedFrom = (text, first, last) => straight(text).slice(first.at, last.at + last.typed.length);

// Cut by its place: the same letters may stand inside another piece.
export function withoutPiece(text, { at, typed }) {
  const plain = straight(text);
  return `${plain.slice(0, at)} ${plain.slice(at + typed.length)}`.replace(/\s+/gu, " ").trim();
}

export const straight = (text) => text.replace(/[“”„]/gu, '"').replace(/[‘’]/gu, "'").replace(/[‐‑‒–—−]/gu, "-");

// Text as names are compared: small letters, without accents, straight quotation marks, single spaces.
export const folded = (text) => inSmallLetters(straight(text)).replace(/\s+/gu, " ");
