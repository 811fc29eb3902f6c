// One result: its title and a part of its text, in both what was looked for is marked. Text only ever becomes text.

import { places } from "../finding/text.js";
import { element, link } from "../tracker/element.js";

const BEFORE = 40, LENGTH = 220;

export async function drawn(index, { number }, conditions) {
  const { title, href, about, text } = await index.record(number);
  const looked = conditions.filter((one) => one.looked && !one.not).map((one) => one.looked);
  const head = link(href, "");
  head.append(...marked(title, placesIn(title, looked)));
  return element(
    "li", "",
    element("h3", "", head),
    ...excerpt(text.replace(/\s+/gu, " "), looked),
    element("p", "aside", about),
  );
}

// The words around the first place in the text that was looked for; nothing where that is only in the title.
function excerpt(text, looked) {
  const found = placesIn(text, looked);
  if (!found.length) return [];
  const from = found[0][0] > BEFORE ? text.lastIndexOf(" ", found[0][0] - BEFORE) + 1 : 0;
  const end = from + LENGTH < text.length ? Math.max(text.lastIndexOf(" ", from + LENGTH), found[0][1]) : text.length;
  const within = found.filter(([, last]) => last <= end).map(([first, last]) => [first - from, last - from]);
  return [element("p", "excerpt", from ? "… " : "", ...marked(text.slice(from, end), within), end < text.length ? " …" : "")];
}

// The places of everything looked for, in order; of two that overlap the first.
function placesIn(text, looked) {
  const all = looked.flatMap((one) => places(text, one)).sort(([one], [other]) => one - other);
  return all.filter(([from], number) => number === 0 || from >= Math.max(...all.slice(0, number).map(([, to]) => to)));
}

function marked(text, found) {
  const out = [];
  let at = 0;
  for (const [from, to] of found) {
    out.push(text.slice(at, from), element("mark", "", text.slice(from, to)));
    at = to;
  }
  return [...out, text.slice(at)].filter(Boolean);
}
