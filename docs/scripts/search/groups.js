// The results in groups, one for each kind of record: those of the best result first, each with its number of results.

import { button, element } from "../tracker/element.js";
import { drawn } from "./result.js";
import * as words from "./words.js";

// How many results a group first shows where there are several, and how many more follow at a time.
const FEW = 3, AT_A_TIME = 10;
const LAST = "page"; // what is about the record, not of it

// The results, the best first, as groups: `kind`, its `results`, and how many of them are shown.
export function grouped(results) {
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort((one, other) => (one === LAST) - (other === LAST));
  const shown = kinds.length > 1 ? FEW : AT_A_TIME;
  return kinds.map((kind) => ({ kind, shown, results: results.filter((one) => one.kind === kind) }));
}

// A group as a part of the page; what is left of it follows when that is asked for.
export async function section(index, group, conditions) {
  const list = element("ol", ""), { kind, results } = group;
  const head = element("h2", "", words.counted(words.kinds[kind] ?? kind, results.length));
  const more = button("", () => showMore(index, group, conditions, list, more));
  list.append(...await parts(index, results.slice(0, group.shown), conditions));
  const made = element("section", "", head, list, element("p", "finder-buttons", more));
  offer(group, more);
  return made;
}

const parts = (index, results, conditions) => Promise.all(results.map((one) => drawn(index, one, conditions)));

async function showMore(index, group, conditions, list, more) {
  const from = list.children.length;
  list.append(...await parts(index, group.results.slice(from, from + AT_A_TIME), conditions));
  group.shown = list.children.length;
  offer(group, more);
  list.children[from]?.querySelector("a").focus();
}

function offer({ results, shown }, more) {
  const left = results.length - shown;
  more.hidden = left <= 0;
  more.textContent = words.next(Math.min(AT_A_TIME, left), left);
}
