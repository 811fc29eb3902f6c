// The search page: what is asked for stands in the address, what is found in the list.

import { prepareFolding } from "../folding.js";
import { stateOf } from "../state.js";
import { button, element, link } from "../tracker/element.js";
import { parse, withoutPiece } from "../tracker/query.js";
import { quoted } from "../tracker/words.js";
import { Index } from "./index.js";
import { drawn } from "./result.js";
import * as words from "./words.js";

const KEYS = ["q", "kind", "status", "owner", "year"];
const { NOTHING, read, write, same } = stateOf(KEYS);
const TRACKER_KEYS = ["is", "owner", "raised", "meeting", "as-of"];
const AT_A_TIME = 10, PAUSE = 150;

const form = document.getElementById("search-form");
const trouble = document.getElementById("search-trouble");
const list = document.getElementById("search-results"), more = document.getElementById("search-next");
const index = new Index(new URL(form.dataset.index, document.baseURI), form.dataset.everyRecord);

const selects = [...form.querySelectorAll("select")], title = document.title;

let asked = NOTHING, typing = false, run = 0, pause = 0;
let found = [], unknown = [];

// Show what is asked for. A newer call makes an older one give up.
async function show() {
  const mine = (run += 1);
  const isLast = () => mine === run;
  document.title = [asked.q, ...chosen(), title].filter(Boolean).join(" – ");
  if (same(asked, NOTHING)) return report([], words.nothingAsked, []);
  announce(words.loading);
  list.setAttribute("aria-busy", "true");
  try {
    const { results, missing } = await index.find(asked);
    if (!isLast()) return;
    const first = await Promise.all(results.slice(0, AT_A_TIME).map(drawn));
    if (!isLast()) return;
    report(results, words.count(results.length, asked.q, chosen()), first);
    explain(missing);
    if (!results.length) await loosen(missing, isLast);
    const counts = missing.length ? {} : await index.counts(asked);
    if (isLast()) label(counts);
  } catch (error) {
    if (isLast()) report([], words.failed, []);
    console.error(error);
  }
}

function report(results, sentence, items) {
  found = results;
  list.replaceChildren(...items);
  list.removeAttribute("aria-busy");
  offer();
  explain([]);
  if (same(asked, NOTHING)) label({});
  announce(sentence);
}

function announce(sentence) {
  document.getElementById("search-count").textContent = sentence;
}

// What was not understood, which words nothing holds, and what the tracker understands and this page does not.
function explain(missing) {
  const said = [...unknown, ...missing.map(({ value }) => words.missing(value))].map((text) => element("p", "", text));
  const typed = parse(asked.q).filter(({ key }) => TRACKER_KEYS.includes(key)).map((piece) => piece.typed);
  const tracker = link(`${form.dataset.tracker}?${new URLSearchParams({ q: asked.q })}`, words.inTheTracker);
  trouble.replaceChildren(...said, ...(typed.length ? [element("p", "", words.ofTheTracker(typed), " ", tracker)] : []));
  trouble.hidden = !trouble.hasChildNodes();
}

// Nothing was found: offer what is asked for without one part of it, where that finds something.
async function loosen(missing, isLast) {
  const ways = [
    ...missing.map(({ value, piece }) => [quoted(value), { ...asked, q: withoutPiece(asked.q, piece) }]),
    ...selects.filter(({ value }) => value).map((select) => [chosenIn(select), { ...asked, [select.name]: "" }]),
  ].filter(([, next]) => !same(next, NOTHING));
  for (const [label, next] of ways) {
    const number = (await index.find(next)).results.length;
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

function offer() {
  const left = found.length - list.children.length;
  more.hidden = left <= 0;
  more.textContent = words.next(Math.min(AT_A_TIME, left), left);
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

form.elements.namedItem("q").addEventListener("input", () => later(() => choose(filled(), true)));
form.addEventListener("change", () => later(() => choose(filled())));
form.addEventListener("focusin", () => index.ready().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  choose(filled());
  typing = false;
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  take({ ...NOTHING });
});
more.addEventListener("click", showMore);
addEventListener("popstate", follow);

prepareFolding(form);
document.querySelector(".without-script").hidden = true;
form.hidden = false;
follow();
