// The index of the record, one and the same for the tracker and the search (macros/pages/search_files.py writes it).
//
// A record has two fields, its title and its text, numbered 2n and 2n + 1. For each word the index holds the fields that
// have it and the places there. The words are cut into files in their order; only those needed are fetched.

import { beginning, testOf } from "./text.js";

// A JSON file; whether it is still the same is asked each time.
export async function fetched(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

export class Index {
  constructor(address) {
    this.base = new URL(address, document.baseURI);
    this.home = new URL("../", this.base); // the search page, where the links of the records begin
    this.fetched = new Map();
  }

  // What the index holds: the beginnings of its files of words, the number of records, and of actions among them; and the
  // kind of each record, as a column. Actions come first, the latest first; from the number `pages` on stand the pages that
  // are not of the record.
  about() {
    return this.json("index.json");
  }

  // Of each record its kind, year, statuses, owners and meeting: for each the `values`, and `of` each record the place
  // of its value among them.
  async columns() {
    const [kinds, others] = await Promise.all([this.kinds(), this.json("columns.json")]);
    return { ...kinds, ...others };
  }

  async kinds() {
    const { kind } = await this.about();
    return { kind };
  }

  async record(number) {
    const { together } = await this.about();
    const [title, href, kind, about, text] = (await this.json(`texts/${Math.floor(number / together)}.json`))[number % together];
    return { title, href: new URL(href, this.home).href, kind, about, text };
  }

  // The records that hold what is looked for, and how well: 4 as typed in the title, 3 as typed in the text, else 2 and 1.
  async find(looked) {
    const out = await this.held(looked);
    if (!looked.or) return out;
    const [first, ...others] = await Promise.all(looked.or.map((one) => this.find(one)));
    for (const [record, rank] of first) {
      if (!out.has(record) && others.every((one) => one.has(record))) out.set(record, rank);
    }
    return out;
  }

  async held(looked) {
    const { words } = looked;
    const last = await (looked.isWhole ? this.exactly(words.at(-1)) : this.words(beginningOf(looked), testOf(looked)));
    const before = await Promise.all(words.slice(0, -1).map((word) => this.exactly(word)));
    const out = new Map();
    if (!before.every(({ length }) => length)) return out;
    for (const { word, parts, fields, places } of last) {
      const isTyped = parts === 1 && word === words.at(-1);
      for (let at = 0; at < fields.length; at += 1) {
        const field = fields[at];
        if (before.length && !follow(before, field, places[at])) continue;
        const rank = (isTyped ? 3 : 1) + (field % 2 ? 0 : 1), record = field >> 1;
        if (rank > (out.get(record) ?? 0)) out.set(record, rank);
      }
    }
    return out;
  }

  // The words that begin like this and pass the test, each with the number of words it is made of, its fields and places.
  // `longest`: with what the first word of a further file that is needed begins.
  async words(begin, test, longest = begin) {
    const { files } = await this.about();
    const first = Math.max(0, files.findLastIndex((word) => word <= begin));
    const needed = [];
    for (let number = first; number < files.length && (number === first || files[number].startsWith(longest)); number += 1) {
      needed.push(this.json(`words/${number}.json`, unpacked));
    }
    const all = (await Promise.all(needed)).flat();
    return all.filter(({ word }) => word.startsWith(begin) && test(word)).map((one) => ({ ...one, ...one.held() }));
  }

  exactly(word) {
    return this.words(word, (other) => other === word, `${word}+`);
  }

  json(path, made = (value) => value) {
    if (!this.fetched.has(path)) {
      this.fetched.set(path, fetched(new URL(path, this.base)).then(made));
      this.fetched.get(path).catch(() => this.fetched.delete(path));
    }
    return this.fetched.get(path);
  }
}

const beginningOf = ({ words }) => (words.length > 1 ? words.at(-1) : beginning(words[0]));

// The words of a file in their order, each with a function that unpacks its fields, once. A word that others make
// together is written with their number behind it, like cooperation+2.
function unpacked(file) {
  return Object.entries(file).map(([written, [steps, places]]) => {
    const [word, parts] = written.split("+");
    let held = null;
    return { word, parts: Number(parts ?? 1), held: () => (held ??= { fields: summed(steps), places: places.map((one) => [one].flat()) }) };
  });
}

function summed(steps) {
  const fields = new Int32Array(steps.length);
  let field = 0;
  for (let at = 0; at < steps.length; at += 1) fields[at] = field += steps[at];
  return fields;
}

// Whether the words stand one after the other in a field, before one of the places. `words`: for each, all that it may be.
function follow(words, field, places) {
  let next = new Set(places);
  for (const forms of [...words].reverse()) {
    const before = forms.flatMap((form) => (placesIn(form, field) ?? []).filter((place) => next.has(place + form.parts)));
    if (!before.length) return false;
    next = new Set(before);
  }
  return true;
}

function placesIn({ fields, places }, field) {
  let low = 0, high = fields.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (fields[middle] === field) return places[middle];
    if (fields[middle] < field) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
