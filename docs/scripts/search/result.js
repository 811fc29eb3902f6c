// One result: its title and a part of its text, in both what was looked for is marked. Text only ever becomes text.

import { element, link } from "../tracker/element.js";
import { kinds } from "./words.js";

const EXCERPT = 32, BEFORE = 6;

export async function drawn(result) {
  const { content, locations, meta } = await result.data();
  // The text begins with the title, to which the index has put a full stop.
  const words = cut(content), titleWords = cut(meta.title), found = new Set(locations);
  const title = link(meta.href, "");
  title.append(...marked(titleWords, 0, found));
  return element(
    "li", "",
    element("p", "result-kind", kinds[meta.kind] ?? ""),
    element("h2", "", title),
    element("p", "aside", meta.about ?? ""),
    ...excerpt(words, titleWords.length, found, cut(meta.about ?? "").length),
  );
}

// The words around the first place in the text that was looked for; nothing where that is only in the title
// or in the last line, which says what the record is and is shown anyway. The very last word stands in every record.
function excerpt(words, body, found, about) {
  const end = words.length - 1 - about;
  const first = [...found].filter((place) => place >= body && place < end).sort((one, other) => one - other)[0];
  if (first === undefined) return [];
  const from = Math.max(body, first - BEFORE), to = Math.min(end, from + EXCERPT);
  const parts = [from > body ? "… " : "", ...marked(words.slice(from, to), from, found), to < end ? " …" : ""];
  return [element("p", "excerpt", ...parts)];
}

const cut = (text) => text.split(/\s+/u).filter(Boolean);

function marked(words, from, found) {
  return words.flatMap((word, place) => [place ? " " : "", found.has(from + place) ? element("mark", "", word) : word]);
}
