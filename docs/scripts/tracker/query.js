// What is typed into the field of words, cut into words, phrases and filters like owner:KS.

const TOKEN = /(?:([a-z][a-z-]*):)?(?:"([^"]*)(?:"|$)|(\S*))/giu;

// Each piece with what it was typed as, so that it can be taken out again. Curly quotation marks
// count as straight ones; a mark that is not closed ends with the text.
export function parse(text) {
  const pieces = [];
  for (const found of straight(text).matchAll(TOKEN)) {
    const [typed, key, phrase, word] = found;
    const value = (phrase ?? word ?? "").trim();
    if (key || value) pieces.push({ typed, key: key?.toLowerCase(), value });
  }
  return pieces;
}

export const withoutPiece = (text, piece) => straight(text).replace(piece.typed, " ").replace(/\s+/gu, " ").trim();

export const straight = (text) => text.replace(/[“”„]/gu, '"').replace(/[‘’]/gu, "'");

// Text as it is compared: small letters, without accents, straight quotation marks, single spaces.
export const folded = (text) =>
  straight(text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase()).replace(/\s+/gu, " ");
