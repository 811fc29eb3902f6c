// The search page: what is asked for stands in the address, what is found in the list.

import { prepareFolding } from "../folding.js";
import { stateOf } from "../state.js";
import { button, element } from "../tracker/element.js";
import { Index } from "./index.js";
import * as say from "./words.js";
import { drawn } from "./result.js";

const KEYS = ["q", "kind", "status", "owner", "year"];
const { NOTHING, read, write, same } = stateOf(KEYS);
const AT_A_TIME = 10, PAUSE = 150;

const form = document.getElementById("search-form");
const list = document.getElementById("search-results"), more = document.getElementById("search-next");
const index = new Index(new URL(form.dataset.index, document.baseURI), form.dataset.everyRecord);

let asked = read(location.search), typing = false, run = 0, pause = 0;
let found = [];

// Show what is asked for. A newer call makes an older one give up.
async function show() {
  const mine = (run += 1);
  const isLast = () => mine === run;
  if (same(asked, NOTHING)) return tell([], "", []);
  announce(say.loading);
  try {
    const results = await index.find(asked);
    if (!isLast()) return;
    const first = await Promise.all(results.slice(0, AT_A_TIME).map(drawn));
    if (!isLast()) return;
    tell(results, say.count(results.length, asked.q, chosen()), first);
    if (!results.length) await loosen(isLast);
    const counts = await index.counts(asked);
    const missing = await index.missing(asked);
    if (!isLast()) return;
    label(counts);
    explain(missing.map((word) => say.missing(word)));
  } catch (error) {
    if (isLast()) tell([], say.failed, []);
    console.error(error);
  }
}

function tell(results, sentence, items) {
  found = results;
  list.replaceChildren(...items);
  trouble.replaceChildren();
  offer();
  explain([]);
  if (same(asked, NOTHING)) label({});
  announce(sentence);
}

function announce(sentence) {
  document.getElementById("search-count").textContent = sentence;
}

const trouble = document.getElementById("search-trouble");

function explain(sentences) {
  trouble.querySelectorAll("p").forEach((old) => old.remove());
  trouble.append(...sentences.map((text) => element("p", "", text)));
  trouble.hidden = !trouble.hasChildNodes();
}

// Nothing was found: offer the same words without the filters, if that finds something.
async function loosen(isLast) {
  const without = { ...NOTHING, q: asked.q };
  const number = same(without, asked) || !asked.q ? 0 : (await index.find(without)).length;
  if (!isLast() || !number) return;
  trouble.replaceChildren(button(say.without(number), () => {
    choose(without);
    fill();
    form.elements.namedItem("q").focus();
  }));
  trouble.hidden = false;
}

// The filters in words, as the form shows them.
const chosen = () => [...form.querySelectorAll("select")].filter((select) => select.value).map((select) => {
  const option = select.selectedOptions[0];
  return `${select.labels[0].textContent}: ${option.dataset.words ?? option.textContent}`;
});

function offer() {
  const left = found.length - list.children.length;
  more.hidden = left <= 0;
  more.textContent = say.next(Math.min(AT_A_TIME, left), left);
  form.querySelector("#search-clear").disabled = same(asked, NOTHING);
}

async function showMore() {
  const at = list.children.length;
  list.append(...await Promise.all(found.slice(at, at + AT_A_TIME).map(drawn)));
  offer();
  list.children[at]?.querySelector("a").focus();
}

// Say beside each choice how many results it would leave; of a choice that is not counted, nothing.
function label(counts) {
  for (const select of form.querySelectorAll("select")) {
    for (const option of [...select.options].slice(1)) {
      option.dataset.words ??= option.textContent;
      const number = counts[select.name]?.[option.value];
      option.textContent = number === undefined ? option.dataset.words : say.counted(option.dataset.words, number);
    }
  }
}

// Take what the form asks for as a new entry of the history; words that are typed on are one entry.
function choose(next, isTyped = false) {
  const typesOn = typing && isTyped;
  typing = isTyped;
  if (same(next, asked)) return;
  asked = next;
  history[typesOn ? "replaceState" : "pushState"](null, "", `${location.pathname}${write(asked)}`);
  show();
}

const filled = () => Object.fromEntries(KEYS.map((key) => [key, form.elements.namedItem(key).value.trim()]));

function fill() {
  for (const key of KEYS) form.elements.namedItem(key).value = asked[key];
}

function later(work) {
  clearTimeout(pause);
  pause = setTimeout(work, PAUSE);
}

form.elements.namedItem("q").addEventListener("input", () => later(() => choose(filled(), true)));
form.addEventListener("change", () => later(() => choose(filled())));
form.addEventListener("focusin", () => index.ready().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  choose(filled());
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  choose({ ...NOTHING });
  fill();
  form.elements.namedItem("q").focus();
});
more.addEventListener("click", showMore);
addEventListener("popstate", () => {
  asked = read(location.search);
  typing = false;
  fill();
  show();
});

prepareFolding(form);
document.querySelector(".without-script").hidden = true;
form.hidden = false;
fill();
show();
