// The rows of the table: those that the page came with, and others drawn like them when they are asked for.

import { element, link } from "./element.js";
import { linked, short } from "./explaining.js";
import { FIRST_RECORDED, anchor, home, month, ownerThen } from "./facts.js";
import { isShown, recordedText } from "./texts.js";
import { WORDS, age, firstRecorded, foundIn, onceOwned, sentence } from "./words.js";

const ID_LIKE = /(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)+/g;

export class Rows {
  constructor(facts, body) {
    this.facts = facts;
    this.pattern = body.rows[0];
    this.now = new Map([...body.rows].map((row) => [row.id, row]));
    this.known = this.now;
    this.cut = facts.meetings.length - 1;
  }

  // Draw actions from now on as they stood after the meeting numbered `cut`.
  turnTo(cut) {
    if (cut === this.cut) return;
    this.cut = cut;
    this.known = cut === this.facts.meetings.length - 1 ? this.now : new Map();
  }

  // The row of where an action stands, drawn once.
  of(standing, conditions) {
    const id = anchor(standing.action.id);
    if (!this.known.has(id)) this.known.set(id, this.drawn(standing));
    const row = this.known.get(id);
    this.explain(row, standing, conditions);
    this.explainOwner(row, standing, conditions);
    return row;
  }

  isDrawn(row) {
    return this.known.get(row.id) === row;
  }

  drawn(standing) {
    const { action, at } = standing;
    const row = this.pattern.cloneNode(true);
    const [id, what, owner, status, latest] = row.cells;
    row.id = anchor(action.id);
    row.className = this.isLong(standing) ? "long" : "";
    id.replaceChildren(link(home(action.id), action.id));
    id.classList.toggle("id--long", action.id.length > 12);
    const seen = new Set();
    const heading = action.heading ? [element("span", "aside", ...this.linked(`${action.heading}:`, seen)), " "] : [];
    const wording = element("div", "brief", ...heading, this.typed(action.wordings[at], action.html.wordings[at], seen));
    what.replaceChildren(wording, this.raised(action, this.isLong(standing)));
    owner.replaceChildren(...this.owners(standing.printed));
    status.replaceChildren(...this.status(standing));
    latest.replaceChildren(...this.update(standing, seen), this.mentioned(standing), ...this.due(standing));
    return row;
  }

  isLong({ action, at }) {
    const texts = [action.wordings[at], action.updates[lastUpdate(action, at)] ?? ""];
    return texts.some((text) => text.length > this.facts.long || text.includes("\n"));
  }

  // The button that shows the whole of a folded row; docs/scripts/first-use.js hears it.
  more(action) {
    const made = element("button", "whole", WORDS.more, element("span", "visually-hidden", ` ${action.id}`));
    made.type = "button";
    made.setAttribute("aria-expanded", "false");
    return made;
  }

  // The entry of the latest meeting that mentions it; its day is also that of an update which it recorded.
  mentioned({ action, at, meeting }) {
    const { link: page, name } = this.facts.meetings[meeting], entry = link(`${page}#${anchor(action.id)}`, name);
    entry.dataset.label = WORDS.lastMentioned;
    const isUpdated = action.states[lastUpdate(action, at)]?.[0] === meeting;
    return line(...(isUpdated ? [] : [`${WORDS.lastMentioned}: `]), entry);
  }

  raised(action, isLong) {
    const when = month(this.facts, action), { raisedAt } = action;
    const known = raisedAt < 0 ? `${when} ${WORDS.raisedNotAt.at(raisedAt)}` : when;
    const said = raisedAt === FIRST_RECORDED ? `${WORDS.notRecorded} ${firstRecorded(when)}` : known;
    return line(...labelled(WORDS.raised, said), ...(isLong ? [" ", this.more(action)] : []));
  }

  // The HTML is that of the pages.
  due({ due, overdue }) {
    if (!due) return [];
    const [label, words] = labelled(WORDS.due, "");
    words.innerHTML = due.html;
    return [line(label, words, ...(overdue ? [" ", element("strong", "overdue", WORDS.overdue)] : []))];
  }

  owners(printed) {
    if (printed < 0) return [];
    return this.facts.printed[printed].flatMap((one) => [one.before, ...(one.key ? [this.who(one)] : [])]);
  }

  // Somebody by the initials that the meeting printed, which may have meant somebody else at other times.
  who(one) {
    const owner = ownerThen(this.facts, one);
    return short(this.facts, one.initials, { ...owner, name: owner.name || WORDS.noNameOf(one.initials) });
  }

  status({ status, meeting, open, age: counted }) {
    const { key, words } = this.facts.statuses[status];
    const shown = element("span", `status status--${key}`, sentence(words));
    const draft = this.facts.meetings[meeting].draft ? aside(WORDS.inADraft) : [];
    return [shown, ...draft, line(...labelled(open ? WORDS.openFor : WORDS.wasOpenFor, age(counted)))];
  }

  update({ action, at, meeting }, seen) {
    const from = lastUpdate(action, at);
    if (from < 0) return [];
    const updated = action.states[from][0], day = updated === meeting ? [] : aside(`(${this.facts.meetings[updated].name})`);
    const made = element("div", "brief", this.typed(action.updates[from], action.html.updates[from], seen), ...day);
    made.dataset.label = WORDS.latestUpdate;
    return [made];
  }

  // Text only ever becomes text; the HTML of a text with marks is that of the pages.
  typed(text, html, seen) {
    if (html) {
      const made = element(/<[ou]l/u.test(html) ? "div" : "span", "typed");
      made.innerHTML = html;
      return made;
    }
    return element("span", "typed", ...this.linked(text, seen));
  }

  // Plain text with the ids of actions as links, as macros/prose.py makes it, and with abbreviations as links.
  linked(text, seen) {
    const between = (start, end) => (seen ? linked(this.facts, text, start, end, seen) : [text.slice(start, end)]);
    const parts = [];
    let from = 0;
    for (const found of text.matchAll(ID_LIKE)) {
      const action = this.facts.byAnchor.get(anchor(found[0]));
      if (action?.id !== found[0]) continue;
      parts.push(...between(from, found.index), link(home(action.id), found[0]));
      from = found.index + found[0].length;
    }
    return [...parts, ...between(from, text.length)];
  }

  // Where the words stand only in what an earlier meeting recorded, say so in the row.
  explain(row, standing, conditions) {
    row.querySelector(".found-in")?.remove();
    const { action, at } = standing;
    const words = conditions.filter(({ looked, not }) => looked && !not).map(({ looked }) => looked);
    const elsewhere = words.find((looked) => !isShown(this.facts, standing, looked));
    const found = elsewhere && recordedText(action, at, elsewhere);
    if (!found) return;
    const { name } = this.facts.meetings[action.states[found.place][0]];
    row.cells[4].append(element("p", "found-in aside", foundIn(name), " ", this.typed(found.text, found.html)));
  }

  // Where those asked for owned the action before and own it no more, say so in the row.
  explainOwner(row, standing, conditions) {
    row.querySelector(".once-owned")?.remove();
    const keys = new Set(conditions.flatMap(({ once, not }) => (not ? [] : once?.(standing) ?? [])));
    if (keys.size) row.cells[2].append(element("p", "once-owned aside", onceOwned([...keys].map((key) => this.facts.owners.get(key)?.said ?? key))));
  }
}

const line = (...content) => element("p", "row-line aside", ...content);
const lastUpdate = ({ updates }, at) => updates.findLastIndex((update, place) => update && place <= at);

function labelled(label, words) {
  const made = element("span", "", words);
  made.dataset.label = label;
  return [`${label}: `, made];
}

const aside = (text) => [" ", element("span", "aside", text)];
