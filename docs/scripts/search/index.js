// Pagefind's index of the record's parts (https://pagefind.app). What it finds comes one to a part.

import { parse } from "../tracker/query.js";

const FILTERS = ["kind", "status", "owner", "year"];

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

  // What matches every word, phrase and filter, the best first.
  async find(asked) {
    const pagefind = await this.ready();
    if (asked.q && !piecesOf(asked.q).length) return [];
    const { results } = await pagefind.search(this.words(asked.q), { filters: filtersOf(asked) });
    if (!isMixed(asked.q)) return results;
    let found = results;
    for (const { value } of phrases(asked.q)) {
      const held = new Set((await pagefind.search(`"${value}"`)).results.map(({ id }) => id));
      found = found.filter(({ id }) => held.has(id));
    }
    return found;
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

  // The words and phrases that nothing holds. The index looks for the others without a word.
  async missing({ q }) {
    const pagefind = await this.ready();
    const pieces = piecesOf(q), out = [];
    if (pieces.length < 2) return out;
    for (const piece of pieces) {
      if (!(await pagefind.search(written(piece))).results.length) out.push(piece.value);
    }
    return out;
  }

  // The query as the index understands it: a lone phrase in quotation marks, else words.
  words(q) {
    const pieces = piecesOf(q);
    if (pieces.length === 1) return written(pieces[0]);
    return pieces.map(({ value }) => value).join(" ") || this.everyRecord;
  }
}

async function load(folder) {
  const pagefind = await import(new URL("pagefind.js", folder));
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  return pagefind;
}

// This page has no filters to type, so what looks like one is words.
const piecesOf = (q) => parse(q)
  .map(({ typed, key, value }) => ({ value: key ? `${key} ${value}` : value, isPhrase: typed.includes('"') }))
  .filter(({ value }) => /[\p{L}\p{N}]/u.test(value));

const phrases = (q) => piecesOf(q).filter(({ isPhrase }) => isPhrase);
const isMixed = (q) => phrases(q).length > 0 && piecesOf(q).length > 1;
const written = ({ value, isPhrase }) => (isPhrase ? `"${value}"` : value);

const filtersOf = (asked) => Object.fromEntries(FILTERS.filter((key) => asked[key]).map((key) => [key, asked[key]]));
