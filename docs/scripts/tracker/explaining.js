// Abbreviations explained at their first use in a row, as macros/abbreviations.py finds them and
// macros/pages/explaining.py shows them.

import { element, link } from "./element.js";
import { WORDS } from "./words.js";

const WORD = /[\p{L}\p{N}_]+/gu, GOES_ON = /^[\p{L}\p{N}_]/u;
const OPENING = /[([/“‘"']*$/u, CLOSING = /^[)\]/”’"'.,:;!?]*/u;

// What can be explained, by its first word, the longest first.
export function abbreviations(facts) {
  const beginning = new Map();
  for (const key of known(facts).sort((a, b) => b.length - a.length)) {
    const [first] = key.match(WORD);
    beginning.set(first, [...(beginning.get(first) ?? []), key]);
  }
  return beginning;
}

// Initials that mean different people at different times are explained on the pages that have a day.
function known(facts) {
  const all = new Set([...Object.keys(facts.glossary), ...facts.owners.keys(), ...Object.keys(facts.dated)]);
  return [...all].filter((key) => key in facts.glossary || facts.dated[key] !== "");
}

// Text as nodes. `seen` holds what the part of the page called `part` has explained already.
export function explained(facts, text, part, seen) {
  const nodes = [];
  let from = 0, end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = index >= end && keyAt(facts, text, word, index);
    if (!key) continue;
    end = index + key.length;
    if (seen.has(key)) continue;
    seen.add(key);
    const [before] = text.slice(from, index).match(OPENING), [after] = text.slice(end).match(CLOSING);
    const shown = explanation(facts, key, part);
    nodes.push(text.slice(from, index - before.length));
    nodes.push(...(before || after ? [element("span", "together", before, ...shown, after)] : shown));
    from = end + after.length;
  }
  return [...nodes, text.slice(from)].filter(Boolean);
}

function keyAt(facts, text, word, index) {
  const keys = facts.beginning.get(word) ?? [];
  return keys.find((key) => text.startsWith(key, index) && !GOES_ON.test(text.slice(index + key.length)));
}

function explanation(facts, key, part) {
  const { name, role, link: page } = standsFor(facts, key);
  const short = element("button", "short", key);
  const meaning = element("span", "meaning", link(page, name || WORDS.noNameOf(key)), ...(role ? [`, ${role}`] : []));
  short.type = "button";
  meaning.setAttribute("popover", "");
  meaning.id = `means-${part}-${key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  short.setAttribute("popovertarget", meaning.id);
  return [short, meaning];
}

function standsFor(facts, key) {
  if (key in facts.glossary) {
    const [name, page] = facts.glossary[key];
    return { name, role: "", link: page };
  }
  return facts.owners.get(facts.dated[key] ?? key);
}
