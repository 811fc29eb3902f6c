// What is looked through for words: the id, each wording and update up to where an action stands, its owners' names.

import { folded } from "./query.js";

export function textOf(facts, standing) {
  standing.text ??= [shown(facts, standing), ...upTo(standing).flatMap((at) => recorded(standing.action, at))].join("\n");
  return standing.text;
}

// Whether the words stand in the row itself and not only in what an earlier meeting recorded.
export const isShown = (facts, standing, words) => shown(facts, standing).includes(words);

// The latest mention, up to `at`, whose wording or update holds the words; -1 if none does.
export function recordedAt(action, at, words) {
  while (at >= 0 && !recorded(action, at).some((text) => text.includes(words))) at -= 1;
  return at;
}

function shown(facts, standing) {
  const { action, at } = standing;
  const update = upTo(standing).map((place) => action.updates[place]).findLast(Boolean) || "";
  return [action.id, action.wordings[at], owners(facts, standing.printed), update].map(folded).join("\n");
}

function owners(facts, printed) {
  if (printed < 0) return "";
  return facts.printed[printed].map(({ before, initials, key }) => `${before}${initials} ${facts.owners.get(key).names.join(" ")}`).join(" ");
}

const upTo = ({ at }) => Array.from({ length: at + 1 }, (_, place) => place);
const recorded = (action, at) => [action.wordings[at], action.updates[at]].filter(Boolean).map(folded);
