// Whom a filter means by initials, a name or a role, and which actions they own or owned.

import { folded } from "./query.js";

// Whom a text means: somebody's initials, else a whole name or role, else the beginnings of words of one.
// Initials are never guessed at; of those only guessed at, whoever owns something goes before others.
export function called(facts, text) {
  const all = [...facts.owners.values()];
  const alike = all.filter(({ initials }) => initials.some((one) => folded(one) === folded(text)));
  const exactly = alike.filter(({ initials }) => initials.includes(text));
  if (alike.length) return exactly.length ? exactly : alike;
  const looked = formsOf(text);
  if (looked[0] === " ") return [];
  const whole = all.filter((one) => namesOf(one).some((name) => looked.includes(name)));
  if (whole.length) return whole;
  const begun = all.filter((one) => namesOf(one).some((name) => looked.some((form) => name.includes(form))));
  const owning = begun.filter(({ key, people }) => people.length || isOwner(facts, key));
  return owning.length ? owning : begun;
}

// Tells of each standing whether one of these owns the action, and who of them owned it before and owns it no more.
export function ownership(facts, keys) {
  const among = facts.printed.map((pieces) => pieces.map(({ key }) => key).filter((key) => keys.has(key)));
  const at = (printed) => among[printed] ?? [];
  const before = ({ action, at: last }) => action.states.slice(0, last).flatMap(([, , printed]) => at(printed));
  const owns = ({ printed }) => at(printed).length > 0;
  return {
    test: (standing) => owns(standing) || before(standing).length > 0,
    once: (standing) => (owns(standing) ? [] : [...new Set(before(standing))]),
  };
}

const isOwner = (facts, key) => facts.printed.some((pieces) => pieces.some((owner) => owner.key === key));
const namesOf = ({ names, title }) => [...names, title].filter(Boolean).flatMap(formsOf);

// A text with each word after one space, so that a text begins a word where it follows a space, and the same with the
// words that an apostrophe or a hyphen joins as one.
function formsOf(text) {
  const plain = folded(text);
  return [plain, plain.replace(/['-]/gu, "")].map((form) => ` ${form.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`);
}
