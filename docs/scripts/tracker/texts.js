// What an action's texts hold of what is looked for: its id, each wording, update and note up to where it stands, its
// statuses and its owners' names.

import { holds } from "../finding/text.js";

// Whether what is looked for was recorded of the action up to where it stands.
export function isRecorded(facts, standing, looked) {
  const { action } = standing;
  const texts = upTo(standing).flatMap((at) => [...recorded(action, at), ...said(facts, action.states[at])]);
  return [action.id, action.heading, ...texts].some((text) => holds(text, looked));
}

// Whether it stands in the row itself and not only in what an earlier meeting recorded.
export function isShown(facts, standing, looked) {
  const { action, at } = standing;
  const update = upTo(standing).map((place) => action.updates[place]).findLast(Boolean) || "";
  return [action.id, action.heading, action.wordings[at], update, ...said(facts, action.states[at])].some((text) => holds(text, looked));
}

// The text of the latest mention, up to `at`, that holds it, with its HTML and the number of the mention; null if none
// does.
export function recordedText(action, at, looked) {
  for (let place = at; place >= 0; place -= 1) {
    const name = NAMES.find((one) => action[one][place] && holds(action[one][place], looked));
    if (name) return { place, text: action[name][place], html: action.html[name][place] };
  }
  return null;
}

// The status and the owners of a mention in words.
function said(facts, [, status, printed]) {
  const owners = printed < 0 ? [] : facts.printed[printed];
  const words = owners.map(({ before, initials, key }) => `${before}${initials} ${facts.owners.get(key)?.names.join(" ") ?? ""}`);
  return [facts.statuses[status].words, words.join(" ")];
}

const upTo = ({ at }) => Array.from({ length: at + 1 }, (_, place) => place);
const NAMES = ["updates", "wordings", "notes"];
const recorded = (action, at) => NAMES.map((name) => action[name][at]).filter(Boolean);
