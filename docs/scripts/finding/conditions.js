// What is typed and chosen as conditions that an action or another record has to meet, and a sentence for each part
// not understood.

import { WORDS, labels, sentence, trouble } from "../tracker/words.js";
import { monthIn } from "./dates.js";
import { called, ownership } from "./owners.js";
import { folded, joined, parse, withoutPiece } from "./query.js";
import { wanted } from "./text.js";
import { dayIn } from "./tokens.js";

class NotUnderstood extends Error {}

// Whether anything is typed that only the facts about the actions can answer.
export const hasFilters = (q) => parse(q).some(({ key }) => isFilter(key));

// A condition says what it asks and gives the filter without itself. One for words has what is looked for; any other
// tests where an action stands (`test`), and a record that is no action (`elsewhere`). What is not understood is left
// out, as if it were not typed, so a filter of which nothing is understood leaves out no action.
export function conditionsOf(facts, filter) {
  const out = { conditions: [], troubles: [], cut: facts.meetings.length - 1, asOf: "" };
  const take = (make, without) => {
    try {
      add(out, make(), without);
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
      out.troubles.push(error.message);
    }
  };
  for (const piece of joined(filter.q, parse(filter.q), isFilter)) {
    take(() => typed(facts, piece, out), { ...filter, q: withoutPiece(filter.q, piece) });
  }
  const isPassedOver = filter.q.trim() && !out.conditions.length && !out.troubles.length && !out.asOf;
  if (isPassedOver) out.troubles.push(notUnderstood(trouble.signs(filter.q.trim())).message);
  if (filter.owner) take(() => owner(facts, filter.owner, Boolean(filter.people)), { ...filter, owner: "", people: "" });
  if (filter.status) take(() => ({ ...status(facts, filter.status), isTab: true }), { ...filter, status: "" });
  if (filter.from || filter.to) take(() => raised(facts, `${filter.from}..${filter.to}`), { ...filter, from: "", to: "" });
  if (filter.meeting) take(() => meeting(facts, filter.meeting), { ...filter, meeting: "" });
  if (filter.overdue) take(overdue, { ...filter, overdue: "" });
  if (filter["as-of"]) take(() => asOf(facts, filter["as-of"]), { ...filter, "as-of": "" });
  return out;
}

function add(out, made, without) {
  if (!made) return;
  if (made.cut === undefined) {
    out.conditions.push({ ...made, without });
    return;
  }
  if (out.asOf) out.troubles.push(trouble.twice(made.name));
  Object.assign(out, { cut: made.cut, asOf: made.name });
}

function typed(facts, piece, out) {
  const made = understood(facts, piece, out);
  if (!piece.not || !made || made.cut !== undefined) return made;
  return { ...made, label: labels.not(made.label), not: true };
}

function understood(facts, { key, value, isPhrase, not, typed: text }, out) {
  if (!key) return words(value, isPhrase);
  if (!isFilter(key)) {
    if (/^[a-z]/u.test(value)) out.troubles.push(trouble.key(key));
    return words(text.replaceAll('"', "").slice(not ? 1 : 0), isPhrase);
  }
  if (!value) throw notUnderstood(trouble.empty(key));
  return TYPED[key](facts, value);
}

const TYPED = {
  is: (facts, value) => status(facts, value),
  status: (facts, value) => status(facts, value),
  owner: (facts, value) => owner(facts, value.replace(/\+people$/iu, ""), /\+people$/iu.test(value)),
  raised: (facts, value) => raised(facts, value),
  meeting: (facts, value) => meeting(facts, value),
  "as-of": (facts, value) => asOf(facts, value),
};

// Only the names above; any object also knows a "constructor".
const isFilter = (key) => key !== undefined && Object.hasOwn(TYPED, key);

// Nothing is asked by signs alone, like the & of "fish & chips".
function words(text, isPhrase) {
  const looked = wanted(text, isPhrase);
  return looked.words.length ? { label: labels.words(text), text, looked } : null;
}

function owner(facts, value, people) {
  const whom = called(facts, value);
  if (!whom.length) throw notUnderstood(trouble.owner(value));
  const members = people ? whom.flatMap((one) => one.people) : [];
  const keys = new Set([...whom.map(({ key }) => key), ...members]);
  return { label: labels.owner(whom, members.length > 0), ...ownership(facts, keys), elsewhere: ({ owners }) => owners.some((key) => keys.has(key)) };
}

function status(facts, value) {
  const asked = value.toLowerCase().replace(/\W+/gu, "-");
  if (asked === "open" || asked === "closed") {
    return { label: WORDS[asked], tab: asked, test: ({ open }) => open === (asked === "open") };
  }
  if (asked === "overdue") return overdue();
  const known = [...facts.statuses, ...facts.results], words = known.find(({ key }) => key === asked)?.words;
  if (!words) throw notUnderstood(trouble.status(value, ["open", "closed", ...new Set(known.map(({ key }) => key))]));
  return {
    label: labels.status(words),
    test: (standing) => facts.statuses[standing.status].key === asked,
    elsewhere: ({ kind, statuses }) => kind === asked || statuses.includes(asked),
  };
}

const overdue = () => ({ label: WORDS.overdue, test: (standing) => standing.overdue });

function raised(facts, value) {
  const [from, to] = (value.includes("..") ? value.split("..", 2) : [value, value]).map((text) => text.trim());
  if (!from && !to) throw notUnderstood(trouble.raised(value));
  const first = monthOf(facts, from, 1), last = monthOf(facts, to, 12);
  if (first !== null && last !== null && first > last) throw notUnderstood(trouble.backwards(from, to));
  const test = ({ action }) => {
    const at = action.year * 12 + action.month;
    return (first === null || at >= first) && (last === null || at <= last);
  };
  return { label: labels.raised(from, to), test };
}

function monthOf(facts, text, otherwise) {
  if (!text) return null;
  const written = Object.keys(facts.months).find((month) => folded(facts.months[month]) === folded(text));
  const found = monthIn(written ?? text);
  if (!found) throw notUnderstood(trouble.raised(text));
  return found.year * 12 + (found.month ?? otherwise);
}

function meeting(facts, value) {
  const number = numberOf(facts, value);
  const test = ({ action, at }) => action.states.slice(0, at + 1).some(([held]) => held === number);
  const { stem, name } = facts.meetings[number];
  return { label: labels.meeting(name), test, elsewhere: (record) => record.meeting === stem };
}

function asOf(facts, value) {
  const number = numberOf(facts, value);
  return { cut: number, name: facts.meetings[number].name };
}

function numberOf(facts, value) {
  const looked = dayIn(value) ?? value.trim().toLowerCase();
  const number = facts.meetings.findIndex(({ stem, name }) => stem === looked || folded(name) === folded(value));
  if (number < 0) throw notUnderstood(trouble.meeting(value));
  return number;
}

const notUnderstood = (message) => new NotUnderstood(`${sentence(message)} ${trouble.leftOut}`);
