// The tracker's tabs and filters. The first rows stand without them; docs/scripts/first-use.js fetches this.

import { Index } from "../finding/index.js";
import { NOTHING, named, read, same, write } from "./address.js";
import * as controls from "./controls.js";
import { csvOf, download } from "./csv.js";
import { AT_ONCE, draw, drawAtOnce } from "./drawing.js";
import { element } from "./element.js";
import { anchor, loadFacts, loadTexts, standing } from "./facts.js";
import * as heads from "./heads.js";
import { listed, lookAhead, sorting, yearsOf } from "./list.js";
import * as result from "./result.js";
import { Rows } from "./rows.js";
import * as tabs from "./tabs.js";
import { WORDS, csv } from "./words.js";

const table = document.getElementById("tracker"), body = table.tBodies[0];
const atATime = Number(table.dataset.atATime);
const index = new Index(table.dataset.index);
const PAUSE = 400; // milliseconds

// What the reader asks for, and whether words are being typed.
let filter = read(location.search), typing = false;
// What is known, what is listed, and the action that the address names where the list leaves it out.
let loading = null, facts = null, rows = null, list = null, outside = null;
let limit = body.rows.length, run = 0, pause = 0;

// Fetch the facts, once; after a failure the next call tries again.
async function ready() {
  loading ??= loadFacts(table.dataset.facts);
  try {
    facts ??= await loading;
  } catch (error) {
    loading = null;
    throw error;
  }
  if (rows) return;
  rows = new Rows(facts, body);
  controls.offerMeetings(facts.meetings);
}

// Show what the filter asks for. A newer call makes an older one give up that still waits for texts.
async function show() {
  const mine = (run += 1);
  try {
    if (!facts) result.announce(WORDS.loading);
    lookAhead(index, filter.q);
    await ready();
    const found = await listed(facts, index, filter);
    if (mine !== run) return;
    list = found;
    bringForward();
    outside = leftOut();
    await loadTexts(facts, yearsOf(shown().slice(0, AT_ONCE)));
    if (mine !== run) return;
    report();
    drawRows(AT_ONCE);
    await loadTexts(facts, yearsOf(shown().slice(0, limit + 1)));
    if (mine === run) await drawRows();
  } catch (error) {
    if (mine === run) fail();
    console.error(error);
  }
}

function fail() {
  result.fail(!same(filter, NOTHING));
  table.classList.remove("waiting");
}

// The action that the address names is among the first rows drawn.
function bringForward() {
  const at = list.found.findIndex(({ action }) => anchor(action.id) === named(location.hash));
  if (at >= limit) list.found.unshift(...list.found.splice(at, 1));
}

// Where the action stands that the address names, if the list leaves it out.
function leftOut() {
  const action = facts.byAnchor.get(named(location.hash));
  if (!action || list.found.some((one) => one.action === action)) return null;
  const last = facts.meetings.length - 1;
  return standing(facts, action, list.cut) ?? { ...standing(facts, action, last), isLater: true };
}

// The list, and before it what only the address names.
const shown = () => (outside ? [outside, ...list.found] : list.found);

// Draw the rows, or the first of them.
function drawRows(most = Infinity) {
  const standings = shown().slice(0, Math.min(most, limit + (outside ? 1 : 0)));
  const wanted = new Set(standings.map(({ action }) => anchor(action.id)));
  rows.turnTo(list.cut);
  table.classList.remove("waiting");
  return draw(body, standings.length, (place) => rowOf(standings[place]), (row) => wanted.has(row.id) && rows.isDrawn(row));
}

function rowOf(one) {
  const row = rows.of(one, list.conditions);
  const isNamed = row.id === named(location.hash);
  row.classList.toggle("named", isNamed);
  row.querySelector(".named-by-address")?.remove();
  if (isNamed) {
    const words = one.isLater ? WORDS.notYet : one === outside ? WORDS.namedOutside : WORDS.named;
    row.cells[0].append(element("span", "named-by-address aside", words));
  }
  return row;
}

function report() {
  const onLoosen = (next) => {
    choose(next);
    controls.focusWords();
  };
  result.report(list, { outside: outside?.action.id, isTyping: typing, onLoosen });
  const isFiltered = !same(filter, NOTHING);
  result.offer({ shown: shown().length, left: list.found.length - limit, atATime, isFiltered });
  heads.direct(list.sort);
  tabs.report(list.tabs.counts, list.tabs.chosen, (status) => addressOf({ ...filter, status }));
  // Paper shows the whole list, and printing does not wait; but whoever types on does not print.
  clearTimeout(pause);
  if (isFiltered) pause = setTimeout(() => loadTexts(facts, yearsOf(list.found)).catch(() => {}), PAUSE);
}

// Take a filter as a new entry of the history; words that are typed on are one entry.
function choose(next, isTyped = false) {
  const typesOn = typing && isTyped, changes = !same(next, filter);
  // A space typed after what the address held changes nothing, so the entry it stands in is not typed over.
  typing = isTyped && (typing || changes);
  if (!changes) return;
  filter = next;
  history[typesOn ? "replaceState" : "pushState"](null, "", addressOf(filter));
  controls.fill(filter);
  showFromTop();
}

const addressOf = (asked) => `${location.pathname}${write(asked)}${location.hash}`;

function showFromTop() {
  limit = atATime;
  return show();
}

function follow() {
  filter = read(location.search);
  typing = false;
  controls.fill(filter);
  showFromTop();
}

// Show what the address asks for, and bring the row that it names into view, which the drawing may have moved.
async function showNamed() {
  await show();
  body.querySelector("tr.named")?.scrollIntoView({ behavior: "instant", block: "start" });
}

function sortBy(name) {
  const sort = sorting(filter.sort);
  choose({ ...filter, sort: sort?.name === name && !sort.down ? `-${name}` : name });
}

async function showMore() {
  const first = body.rows.length;
  limit += atATime;
  await show();
  body.rows[first]?.cells[0].querySelector("a").focus();
}

async function save() {
  if (!list) await show();
  if (!list) return;
  try {
    await loadTexts(facts, yearsOf(shown()));
  } catch {
    return fail();
  }
  const name = csv.name(facts.group, facts.meetings[list.cut].stem).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  download(`${name}.csv`, csvOf(facts, shown()));
}

function print() {
  if (!list) return;
  const ready = shown().filter(({ action }) => action.wordings);
  drawAtOnce(body, ready.map(rowOf));
  result.onPaper(ready.length, shown().length);
}

// What was typed or chosen before this ran counts beside what the address asks for.
function begin() {
  const given = Object.entries(controls.filled()).filter(([, value]) => value), [typed] = given;
  if (given.length) choose({ ...filter, ...Object.fromEntries(given) }, typed[0] === "q");
  else controls.fill(filter);
  if (!same(filter, NOTHING)) limit = atATime;
  if (location.search || location.hash) showNamed();
}

heads.prepare(sortBy);
tabs.prepare((status) => choose({ ...filter, status }));
controls.prepare({
  onTyping: () => choose({ ...filter, q: controls.filled().q }, true),
  onChoice: () => choose(controls.filled()),
  onClear: () => choose(NOTHING),
  onFirstWords: () => index.about().catch(() => {}),
});
document.getElementById("finder-next").addEventListener("click", showMore);
document.getElementById("finder-csv").addEventListener("click", save);
addEventListener("popstate", follow);
addEventListener("hashchange", showNamed);
addEventListener("beforeprint", print);
addEventListener("afterprint", () => list && drawRows());
result.offer({ shown: Number(table.dataset.all), left: Number(table.dataset.all) - body.rows.length, atATime, isFiltered: false });
ready().catch(() => {});
begin();
