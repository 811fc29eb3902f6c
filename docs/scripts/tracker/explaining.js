// Abbreviations as links at their first use in a row, as macros/register/abbreviations.py finds them and
// macros/pages/explaining.py writes them; and the list at the end of the page of what they mean.

import { element, link } from "./element.js";

const WORD = /[\p{L}\p{N}_]+/gu, GOES_ON = /^[\p{L}\p{N}_]/u, LETTER = /[\p{L}\p{N}]/u, LETTERS = /[\p{L}\p{N}]/gu;
const LONGEST_ASIDE = 40;

// "The Data Protection Act 2018", "PORT 80": with a number behind it, the same letters are usually another thing.
const BEFORE_A_NUMBER = /^[ \u00a0-][0-9]/u;

// What can be explained, by its first word, the longest first.
export function abbreviations(facts) {
  const beginning = new Map();
  for (const key of Object.keys(facts.glossary).sort((a, b) => b.length - a.length)) {
    const [first] = key.match(WORD);
    beginning.set(first, [...(beginning.get(first) ?? []), key]);
  }
  return beginning;
}

// A block of text from `start` to `end` as nodes. `seen` holds what its part of the page has met already.
export function linked(facts, block, start, end, seen) {
  const nodes = [], found = foundIn(facts, block);
  let from = start;
  if (isInCapitals(block, found)) return [block.slice(start, end)].filter(Boolean);
  for (const { index, key } of found) {
    const done = index + key.length;
    if (index < start || done > end || seen.has(key) || BEFORE_A_NUMBER.test(block.slice(done))) continue;
    seen.add(key);
    const [name, address] = facts.glossary[key];
    if (saysItself(block, index, key, name)) continue;
    nodes.push(block.slice(from, index), short(facts, key, { name, role: "", link: address }));
    from = done;
  }
  return [...nodes, block.slice(from, end)].filter(Boolean);
}

function foundIn(facts, block) {
  const found = [];
  let done = 0;
  for (const { 0: word, index } of block.matchAll(WORD)) {
    const key = index >= done && keyAt(facts, block, word, index);
    if (!key) continue;
    found.push({ index, key });
    done = index + key.length;
  }
  return found;
}

function keyAt(facts, text, word, index) {
  const keys = facts.beginning.get(word) ?? [];
  return keys.find((key) => text.startsWith(key, index) && !GOES_ON.test(text.slice(index + key.length)));
}

// An abbreviation or initials as a link; what they mean is then in the list.
export function short(facts, key, { name, role, link: address }) {
  const made = link(address, key);
  made.className = "short";
  made.title = role ? `${name}, ${role}` : name;
  list(facts, key, name, role, address);
  return made;
}

function list(facts, key, name, role, address) {
  facts.names ??= [...document.querySelectorAll("dl.initials")].map((names) => ({ names, listed: new Set([...names.children].map(said)) }));
  const entry = element("div", "", element("dt", "", key), " ", element("dd", "", link(address, name), role ? `, ${role}` : ""));
  for (const { names, listed } of facts.names) {
    if (listed.has(said(entry))) continue;
    listed.add(said(entry));
    const after = [...names.children].find(({ firstChild }) => firstChild.textContent.toLowerCase() > key.toLowerCase());
    names.insertBefore(entry, after ?? null);
  }
}

const said = (entry) => entry.textContent;

function isInCapitals(block, found) {
  let others = "", end = 0;
  for (const { index, key } of found) {
    others += block.slice(end, index);
    end = index + key.length;
  }
  others += block.slice(end);
  return others === others.toUpperCase() && others !== others.toLowerCase();
}

function saysItself(block, at, key, name) {
  if (plain(block).includes(plain(name))) return true;
  const behind = block.slice(at + key.length), words = behind.match(/^\s*[([]([^()[\]]*)[)\]]/);
  if (words) return abbreviates(key, words[1]);
  const opened = block.lastIndexOf("(", at - 1), aside = block.slice(opened + 1, at);
  const isAside = at > 0 && opened >= 0 && !aside.includes(")") && behind.slice(0, LONGEST_ASIDE).includes(")") && aside.length < LONGEST_ASIDE;
  return isAside && abbreviates(key, block.slice(0, opened).split(/\s+/).filter(Boolean).slice(-2 * key.length).join(" "));
}

function abbreviates(key, words) {
  const letters = key.toLowerCase().match(LETTERS) ?? [], text = words.toLowerCase();
  let place = text.length;
  for (let number = letters.length - 1; number >= 0; number -= 1) {
    place = before(text, letters[number], place);
    while (number === 0 && place > 0 && LETTER.test(text[place - 1])) place = before(text, letters[number], place);
    if (place < 0) return false;
  }
  return letters.length > 0;
}

// Where a letter stands for the last time before a place; -1 if it does not.
const before = (text, letter, place) => (place > 0 ? text.lastIndexOf(letter, place - 1) : -1);

const plain = (text) => ` ${text.toLowerCase().replace(/['’]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
