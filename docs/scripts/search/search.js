// The search page: what is asked for stands in the address, what is found in groups below the form.
// docs/scripts/first-use.js fetches this.

import { Index } from "../finding/index.js";
import { parse } from "../finding/query.js";
import { stateOf } from "../state.js";
import { button, element, link } from "../tracker/element.js";
import { loadFacts } from "../tracker/facts.js";
import { counts, found as whatIsFound } from "./found.js";
import { grouped, section } from "./groups.js";
import * as keys from "./keys.js";
import * as words from "./words.js";

const KEYS = ["q", "kind", "status", "owner", "year"];
const { NOTHING, read, write, same } = stateOf(KEYS);
const PAUSE = 150;

const form = document.getElementById("search-form");
const trouble = document.getElementById("search-trouble");
const list = document.getElementById("search-results");
const index = new Index(form.dataset.index);

let loadingFacts = null;
// Fetch the facts about the actions, once; after a failure the next call tries again.
const facts = () => (loadingFacts ??= loadFacts(form.dataset.facts).catch((error) => {
  loadingFacts = null;
  throw error;
}));

const selects = [...form.querySelectorAll("select")], title = document.title;

let asked = NOTHING, typing = false, run = 0, pause = 0;
let unknown = [];

// Show what is asked for. A newer call makes an older one give up.
async function show() {
  const mine = (run += 1);
  const isLast = () => mine === run;
  document.title = [asked.q, ...chosen(), title].filter(Boolean).join(" – ");
  if (same(asked, NOTHING)) return report(words.nothingAsked, []);
  announce(words.loading);
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await whatIsFound(index, facts, asked);
    if (!isLast()) return;
    const groups = await Promise.all(grouped(answer.results).map((group) => section(index, group, answer.conditions)));
    if (!isLast()) return;
    const understood = answer.conditions.length ? asked.q : "";
    report(words.count(answer.results.length, understood, chosen()), groups);
    explain(answer);
    if (!answer.results.length) await loosen(answer.conditions, isLast);
    const counted = await counts(index, answer.met, asked);
    if (isLast()) label(counted);
  } catch (error) {
    if (isLast()) report(words.failed, []);
    console.error(error);
  }
}

function report(sentence, groups) {
  list.replaceChildren(...groups);
  list.removeAttribute("aria-busy");
  document.getElementById("search-clear").disabled = same(asked, NOTHING);
  explain({ missing: [], troubles: [], asOf: "" });
  if (same(asked, NOTHING)) label({});
  announce(sentence);
}

function announce(sentence) {
  document.getElementById("search-count").textContent = sentence;
}

// What was not understood, which words nothing holds, and what the tracker understands and this page does not.
function explain({ missing, troubles, asOf }) {
  const said = [...unknown, ...troubles, ...missing.map(({ text }) => words.missing(text))].map((text) => element("p", "", text));
  const tracker = link(`${form.dataset.tracker}?${new URLSearchParams({ q: asked.q })}`, words.inTheTracker);
  const later = parse(asked.q).filter(({ key }) => key === "as-of").map(({ typed }) => typed);
  trouble.replaceChildren(...said, ...(asOf ? [element("p", "", words.ofTheTracker(later), " ", tracker)] : []));
  trouble.hidden = !trouble.hasChildNodes();
}

// Nothing was found: offer what is asked for without one part of it, where that finds something.
async function loosen(typed, isLast) {
  const ways = [
    ...typed.map(({ label, without }) => [label, { ...asked, q: without.q }]),
    ...selects.filter(({ value }) => value).map((select) => [chosenIn(select), { ...asked, [select.name]: "" }]),
  ].filter(([, next]) => !same(next, NOTHING));
  for (const [label, next] of ways) {
    const number = (await whatIsFound(index, facts, next)).results.length;
    if (!isLast()) return;
    if (number) trouble.append(button(words.without(label, number), () => take(next)));
  }
  trouble.hidden = !trouble.hasChildNodes();
}

function take(next) {
  choose(next);
  fill();
  form.elements.namedItem("q").focus();
}

// The filters in words, as the form shows them.
function chosenIn({ labels, selectedOptions: [option] }) {
  return `${labels[0].textContent}: ${option.dataset.words ?? option.textContent}`;
}

const chosen = () => selects.filter(({ value }) => value).map(chosenIn);

// Say beside each choice how many results it would leave; of a choice that is not counted, nothing.
function label(counts) {
  for (const select of selects) {
    for (const option of [...select.options].slice(1)) {
      option.dataset.words ??= option.textContent;
      const counted = counts[select.name];
      option.textContent = counted ? words.counted(option.dataset.words, counted[option.value] ?? 0) : option.dataset.words;
    }
  }
}

// Take what the form asks for as a new entry of the history; words that are typed on are one entry.
function choose(next, isTyped = false) {
  if (same(next, asked)) return;
  const typesOn = typing && isTyped;
  typing = isTyped;
  asked = next;
  unknown = [];
  history[typesOn ? "replaceState" : "pushState"](null, "", `${location.pathname}${write(asked)}`);
  show();
}

const filled = () => Object.fromEntries(KEYS.map((key) => [key, form.elements.namedItem(key).value.trim()]));

function fill() {
  for (const key of KEYS) form.elements.namedItem(key).value = asked[key];
}

// What the address asks for. A choice that there is not is left out, and said.
function follow() {
  asked = read(location.search);
  typing = false;
  fill();
  const strange = selects.filter((select) => select.value !== asked[select.name]);
  unknown = strange.map((select) => words.unknown(select.labels[0].textContent, asked[select.name]));
  for (const { name } of strange) asked[name] = "";
  fill();
  show();
}

function later(work) {
  clearTimeout(pause);
  pause = setTimeout(work, PAUSE);
}

// What was typed or chosen before this ran counts beside what the address asks for.
function begin() {
  const given = Object.entries(filled()).filter(([, value]) => value);
  follow();
  if (!given.length) return;
  choose({ ...asked, ...Object.fromEntries(given) }, true);
  fill();
}

const field = form.elements.namedItem("q");
field.addEventListener("input", () => later(() => choose(filled(), true)));
form.addEventListener("change", () => later(() => choose(filled())));
form.addEventListener("submit", () => {
  clearTimeout(pause);
  choose(filled());
  typing = false;
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  take({ ...NOTHING });
});
addEventListener("popstate", follow);
keys.prepare(field, list);
index.about().catch(() => {});
begin();
