// Pagefind's index of the record's parts (https://pagefind.app). What it finds comes one to a part.

import { folded, parse } from "../tracker/query.js";

const FILTERS = ["kind", "status", "owner", "year"];
// The index finds a word also by its parts: IAG0721-06 by IAG, 0721 and 06.
const PARTS = /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const ENDINGS = /^(?:|e|s|es|d|ed|ing|ings|ly|y|ies|ied|er|ers|or|ion|ions|ation|ations|ment|ments|al|ally|able|ive)$/u;

export class Index {
  constructor(folder, everyRecord) {
    this.folder = folder;
    this.everyRecord = everyRecord;
  }

  ready() {
    this.loaded ??= load(this.folder).catch((error) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  // What matches every word, phrase and filter, the best first, and the pieces of the query that nothing holds.
  async find(asked) {
    const pagefind = await this.ready();
    const pieces = piecesOf(asked.q);
    if (asked.q && !pieces.length) return { results: [], missing: [] };
    let { results } = await pagefind.search(this.words(asked.q), { filters: filtersOf(asked) });
    for (const { value } of isMixed(asked.q) ? phrases(asked.q) : []) {
      const held = new Set((await pagefind.search(`"${value}"`)).results.map(({ id }) => id));
      results = results.filter(({ id }) => held.has(id));
    }
    const missing = await missingOf(pagefind, pieces, results[0]);
    return missing.length ? { results: [], missing } : { results, missing };
  }

  // How many results each choice would leave: those of one filter are counted without that filter.
  // Where a phrase stands beside other words the index cannot count, so nothing is said.
  async counts(asked) {
    if (isMixed(asked.q)) return {};
    const pagefind = await this.ready();
    await pagefind.filters();
    const filters = filtersOf(asked);
    const words = this.words(asked.q);
    const counted = { ...(await pagefind.search(words, { filters })).filters };
    for (const name of Object.keys(filters)) {
      const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
      counted[name] = (await pagefind.search(words, { filters: others })).filters[name];
    }
    return counted;
  }

  // The query as the index understands it: a lone phrase in quotation marks, else words.
  words(q) {
    const pieces = piecesOf(q);
    if (pieces.length === 1) return written(pieces[0]);
    return pieces.map(({ value }) => value).join(" ") || this.everyRecord;
  }
}

// The index takes a word that nothing holds for its beginning, and leaves out what it cannot find at all. So the best
// result is looked at, and for what it does not show, that word's own.
async function missingOf(pagefind, pieces, best) {
  const unshown = pieces.filter(await unshownBy(best));
  const own = await Promise.all(unshown.map(async (piece) => {
    const [first] = (await pagefind.search(written(piece))).results;
    return (await unshownBy(first))(piece);
  }));
  return unshown.filter((_, place) => own[place]);
}

// Tells of a piece whether a result does not show it among the words found. A phrase that has a result is in it.
async function unshownBy(result) {
  if (!result) return () => true;
  const { content, locations } = await result.data();
  const words = content.split(/\s+/u);
  const found = locations.flatMap((place) => [words[place], ...words[place].split(PARTS)]);
  return ({ value, isPhrase }) => !isPhrase && !found.some((word) => isForm(value, word));
}

// Whether a word of the record begins with the word looked for, or is another form of it: publishing, published.
// What holds a digit, like an id, has no other forms.
function isForm(looked, word) {
  const [one, other] = [looked, word].map((text) => folded(text).replace(/[^\p{L}\p{N}]/gu, ""));
  if (other.startsWith(one)) return true;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= 3 && !/\d/u.test(one) && ENDINGS.test(one.slice(same));
}

async function load(folder) {
  const pagefind = await import(new URL("pagefind.js", folder));
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  return pagefind;
}

// This page has no filters to type, so what looks like one is words.
const piecesOf = (q) => parse(q)
  .map((piece) => ({
    piece, value: piece.key ? `${piece.key} ${piece.value}` : piece.value, isPhrase: piece.typed.includes('"'),
  }))
  .filter(({ value }) => /[\p{L}\p{N}]/u.test(value));

const phrases = (q) => piecesOf(q).filter(({ isPhrase }) => isPhrase);
const isMixed = (q) => phrases(q).length > 0 && piecesOf(q).length > 1;
const written = ({ value, isPhrase }) => (isPhrase ? `"${value}"` : value);

const filtersOf = (asked) => Object.fromEntries(FILTERS.filter((key) => asked[key]).map((key) => [key, asked[key]]));
