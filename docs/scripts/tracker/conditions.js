// A filter as conditions that an action has to meet, and a sentence for each part not understood.

import { folded, parse, withoutPiece } from "./query.js";
import { labels, sentence, trouble } from "./words.js";

class NotUnderstood extends Error {}

// A condition says what it asks, tests where an action stands, and gives the filter without itself.
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
  for (const piece of parse(filter.q)) {
    take(() => typed(facts, piece, out), { ...filter, q: withoutPiece(filter.q, piece) });
  }
  if (filter.owner) take(() => owner(facts, filter.owner, Boolean(filter.people)), { ...filter, owner: "", people: "" });
  if (filter.status) take(() => status(facts, filter.status), { ...filter, status: "" });
  if (filter.from || filter.to) take(() => raised(`${filter.from}..${filter.to}`), { ...filter, from: "", to: "" });
  if (filter.meeting) take(() => meeting(facts, filter.meeting), { ...filter, meeting: "" });
  if (filter["as-of"]) take(() => asOf(facts, filter["as-of"]), { ...filter, "as-of": "" });
  return out;
}

function add(out, made, without) {
  if (made.cut === undefined) {
    out.conditions.push({ ...made, without });
    return;
  }
  if (out.asOf) out.troubles.push(trouble.twice(made.name));
  Object.assign(out, { cut: made.cut, asOf: made.name });
}

function typed(facts, { key, value, typed: text }, out) {
  if (!key) return words(value);
  if (!TYPED[key]) {
    if (/^[a-z]/u.test(value)) out.troubles.push(trouble.key(key));
    return words(text.replaceAll('"', ""));
  }
  if (!value) throw notUnderstood(trouble.empty(key));
  return TYPED[key](facts, value);
}

const TYPED = {
  is: (facts, value) => status(facts, value),
  owner: (facts, value) => owner(facts, value.replace(/\+people$/iu, ""), /\+people$/iu.test(value)),
  raised: (_, value) => raised(value),
  meeting: (facts, value) => meeting(facts, value),
  "as-of": (facts, value) => asOf(facts, value),
};

function words(text) {
  const looked = folded(text);
  return { label: labels.words(text), looked };
}

function owner(facts, value, people) {
  const keys = new Set(ownersCalled(facts, value).flatMap((key) => [key, ...(people ? facts.owners.get(key).people : [])]));
  if (!keys.size) throw notUnderstood(trouble.owner(value));
  const owns = facts.printed.map((pieces) => pieces.some(([, key]) => keys.has(key)));
  return { label: labels.owner(value, people), test: ({ printed }) => printed >= 0 && owns[printed] };
}

function ownersCalled(facts, value) {
  const looked = folded(value);
  const all = [...facts.owners.values()];
  const exact = all.filter(({ key, name }) => folded(key) === looked || folded(name) === looked);
  return (exact.length ? exact : all.filter(({ name }) => folded(name).includes(looked))).map(({ key }) => key);
}

function status(facts, value) {
  const asked = value.toLowerCase();
  if (asked === "open" || asked === "closed") {
    return { label: asked, test: ({ open }) => open === (asked === "open") };
  }
  const slugs = facts.statuses.map((word) => word.replace(/\W+/gu, "-"));
  const number = slugs.indexOf(asked);
  if (number < 0) throw notUnderstood(trouble.status(value, ["open", "closed", ...slugs]));
  return { label: labels.status(facts.statuses[number]), test: (standing) => standing.status === number };
}

function raised(value) {
  const [from, to] = value.includes("..") ? value.split("..", 2) : [value, value];
  if (!from && !to) throw notUnderstood(trouble.raised(value));
  const first = monthOf(from, 1, value), last = monthOf(to, 12, value);
  const test = ({ action }) => {
    const at = action.year * 12 + action.month;
    return (first === null || at >= first) && (last === null || at <= last);
  };
  return { label: labels.raised(from, to), test };
}

function monthOf(text, otherwise, value) {
  if (!text) return null;
  const found = /^(\d{4})(?:-(0?[1-9]|1[0-2]))?$/u.exec(text.trim());
  if (!found) throw notUnderstood(trouble.raised(value.replace(/^\.\.|\.\.$/gu, "")));
  return Number(found[1]) * 12 + Number(found[2] ?? otherwise);
}

function meeting(facts, value) {
  const number = numberOf(facts, value);
  const test = ({ action, at }) => action.states.slice(0, at + 1).some(([held]) => held === number);
  return { label: labels.meeting(facts.meetings[number].name), test };
}

function asOf(facts, value) {
  const number = numberOf(facts, value);
  return { cut: number, name: facts.meetings[number].name };
}

function numberOf(facts, value) {
  const number = facts.meetings.findIndex(({ stem }) => stem === value.toLowerCase());
  if (number < 0) throw notUnderstood(trouble.meeting(value));
  return number;
}

const notUnderstood = (message) => new NotUnderstood(`${sentence(message)} ${trouble.leftOut}`);
