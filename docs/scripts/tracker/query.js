// What is typed into the field of words, cut into words, phrases and filters like owner:KS.

const TOKEN = /(?:([a-z][a-z-]*):)?(?:"([^"]*)(?:"|$)|(\S*))/giu;

// Each piece with what it was typed as, so that it can be taken out again. Curly quotation marks
// count as straight ones; a mark that is not closed ends with the text.
export function parse(text) {
  const pieces = [];
  for (const found of straight(text).matchAll(TOKEN)) {
    const [typed, key, phrase, word] = found;
    const value = (phrase ?? word ?? "").trim();
    if (key || value) pieces.push({ typed, at: found.index, key: key?.toLowerCase(), value });
  }
  return pieces;
}

// The pieces with each value beside the name of its filter, where a space parts them, like owner: KS, or quotation
// marks, like owner:"Home Office"+people. `isFilter` knows the names.
export function joined(text, pieces, isFilter) {
  const out = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before && !piece.key && isFilter(before.key) && (!before.value || /^\+people$/iu.test(piece.value))) {
      before.typed = straight(text).slice(before.at, piece.at + piece.typed.length);
      before.value += piece.value;
    } else out.push({ ...piece });
  }
  return out;
}

// Cut by its place: the same letters may stand inside another piece.
export function withoutPiece(text, { at, typed }) {
  const plain = straight(text);
  return `${plain.slice(0, at)} ${plain.slice(at + typed.length)}`.replace(/\s+/gu, " ").trim();
}

export const straight = (text) => text.replace(/[“”„]/gu, '"').replace(/[‘’]/gu, "'");

// Text as it is compared: small letters, without accents, straight quotation marks, single spaces.
export const folded = (text) =>
  straight(text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase()).replace(/\s+/gu, " ");
