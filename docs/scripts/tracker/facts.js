// The facts of every action, as macros/pages/tracker_files.py writes them, and where each action
// stood after a meeting. What a meeting changed was derived when the site was built; only the age
// at an earlier meeting is counted here, as macros/history.py counts it.

import { fetched } from "../finding/index.js";
import { abbreviations } from "./explaining.js";

// What stands in place of the meeting that raised an action, where nothing says when it was raised; it is counted from
// its first mention. One less: it was raised then or before.
export const FIRST_RECORDED = -3;

export async function loadFacts(address) {
  const raw = await fetched(address);
  const base = new URL(address, document.baseURI);
  const facts = {
    ...raw,
    statuses: raw.statuses.map(([key, words]) => ({ key, words })),
    results: (raw.results ?? []).map(([key, words]) => ({ key, words })),
    closing: new Set(raw.closing),
    meetings: raw.meetings.map(([stem, day, name, link, draft]) => ({ stem, day, name, link, draft })),
    owners: new Map(Object.entries(raw.owners).map(([key, [name, role, link, people, title, names, printed, hidden]]) => [key, { key, name, role, link, people, title, names, initials: [key, ...printed], said: hidden ? name : key }])),
    printed: raw.printed.map((pieces) => pieces.map(([before, initials = "", key = initials, ...then]) => ({ before, initials, key, then }))),
    texts: new Map(Object.entries(raw.years).map(([year, folder]) => [Number(year), new URL(`${folder}texts.json`, base)])),
    dues: raw.dues.map(([html, last]) => ({ html, last })),
    loaded: new Map(),
    actions: raw.actions.map(([id, year, month, raisedAt, states, home = year], place) => ({ id, place, year, month, raisedAt, states, home })),
  };
  facts.beginning = abbreviations(facts);
  facts.byAnchor = new Map(facts.actions.map((action) => [anchor(action.id), action]));
  return facts;
}

// Somebody who owns an action, with the name and the role that the meeting's day knew.
export function ownerThen(facts, { key, then: [name, role] }) {
  const owner = facts.owners.get(key);
  return { ...owner, name: name ?? owner.name, role: role ?? owner.role };
}

// The month in which an action was raised, as the pages write it: a browser need not know the language.
export const month = (facts, action) => facts.months[monthOf(action)];

// Owners as the meeting printed them.
export const printedText = (pieces) => pieces.map(({ before, initials }) => before + initials).join("");

// The anchor of an action, as macros/register/addresses.py makes it.
export const anchor = (id) => id.toLowerCase().replace(/[^\p{L}\p{N}_.]+/gu, "-").replace(/^-+|-+$/gu, "");

// The link from the tracker to the page of an action, as the same module makes its address.
const NOT_OF_AN_ACTION = /^(?:\d{4}|next-meeting|life|action-.*|\..*|.*\.(?:json|html?|xml|csv|ics|txt|md|js|css))$/u;
export const home = (id) => `${NOT_OF_AN_ACTION.test(anchor(id)) ? "action-" : ""}${anchor(id)}/`;

// Fetch the wordings and updates of the actions raised in these years, each year once.
export function loadTexts(facts, years) {
  return Promise.all([...years].map((year) => {
    if (!facts.loaded.has(year)) facts.loaded.set(year, loadYear(facts, year));
    return facts.loaded.get(year);
  }));
}

async function loadYear(facts, year) {
  const texts = await fetched(facts.texts.get(year)).catch((error) => {
    facts.loaded.delete(year);
    throw error;
  });
  facts.actions.filter((action) => action.home === year).forEach((action, place) => {
    const [changed, updates, notes, heading = ""] = texts[place];
    action.heading = heading;
    const wordings = changed.map((_, at) => changed.slice(0, at + 1).findLast(Boolean));
    for (const [name, values] of Object.entries({ wordings, updates, notes })) action[name] = values.map(plainOf);
    action.html = { wordings: wordings.map(htmlOf), updates: updates.map(htmlOf), notes: notes.map(htmlOf) };
  });
}

// A text that has marks comes with its HTML, which macros/pages/prose.py made.
const plainOf = (text) => (Array.isArray(text) ? text[0] : text);
const htmlOf = (text) => (Array.isArray(text) ? text[1] : "");

// Where every action on record stood after the meeting numbered `cut`, in the order of their ids.
export function standings(facts, cut) {
  if (facts.standingsAt !== cut) {
    facts.standingsAt = cut;
    facts.standings = facts.actions.map((action) => standing(facts, action, cut)).filter(Boolean);
  }
  return facts.standings;
}

export function standing(facts, action, cut) {
  let at = action.states.length - 1;
  while (at >= 0 && action.states[at][0] > cut) at -= 1;
  if (at < 0) return null;
  const [meeting, status, printed, due] = action.states[at];
  const open = !closes(facts, status), until = facts.dues[due]?.last;
  return { action, at, meeting, status, printed, open, due: facts.dues[due], overdue: Boolean(open && until && until < dayOf(facts, cut)), age: age(facts, action, at, open, cut) };
}

// The day to which ages are counted after the meeting numbered `cut`.
const dayOf = ({ meetings, asOf }, cut) => (cut === meetings.length - 1 ? asOf : meetings[cut].day);

function age(facts, action, at, open, cut) {
  const { meetings } = facts, asOf = dayOf(facts, cut);
  const closed = open ? null : closedAt(facts, action, at);
  const until = closed === null || meetings[closed].day > asOf ? asOf : meetings[closed].day;
  const from = action.raisedAt === FIRST_RECORDED ? action.states[0][0] : action.raisedAt;
  const atLeast = action.raisedAt <= FIRST_RECORDED;
  const first = from >= 0 ? from : lastUpTo(meetings, endOf(action));
  const last = closed ?? Math.min(cut, lastUpTo(meetings, asOf));
  return { months: months(action, meetings, from, until), meetings: Math.max(0, last - first), about: from < 0, atLeast };
}

const closes = (facts, status) => facts.closing.has(facts.statuses[status].key);

// The meeting that closed a closed action: the first after the last one that left it open.
function closedAt(facts, action, at) {
  let closing = at;
  while (closing > 0 && closes(facts, action.states[closing - 1][1])) closing -= 1;
  return action.states[closing][0];
}

// ISO days compare as text; "2021-07-99" is after every day of July.
const endOf = (action) => `${monthOf(action)}-99`;
const monthOf = ({ year, month }) => `${year}-${String(month).padStart(2, "0")}`;

function lastUpTo(meetings, day) {
  let low = 0, high = meetings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (meetings[middle].day <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function months(action, meetings, from, until) {
  const [year, month, day = 1] = until.split("-").map(Number);
  const short = from >= 0 && day < Number(meetings[from].day.slice(8) || 1);
  return Math.max(0, (year - action.year) * 12 + month - action.month - (short ? 1 : 0));
}
