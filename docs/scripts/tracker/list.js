// The actions that meet a filter, in the order asked for.

import { conditionsOf } from "../finding/conditions.js";
import { parse } from "../finding/query.js";
import { wanted } from "../finding/text.js";
import { language } from "../say.js";
import { loadTexts, printedText, standings } from "./facts.js";
import { isRecorded } from "./texts.js";
import { SORTS, trouble } from "./words.js";

// The actions that meet every condition, the count of all on record then, and what was not understood.
export async function listed(facts, index, filter) {
  const { conditions, troubles, cut, asOf } = conditionsOf(facts, filter);
  const all = standings(facts, cut);
  await Promise.all(conditions.filter(({ looked }) => looked).map((condition) => hold(facts, index, condition, all, cut)));
  const found = all.filter((standing) => conditions.every((condition) => meets(standing, condition)));
  const sort = sorting(filter.sort);
  if (filter.sort && !sort) troubles.push(trouble.sort(filter.sort));
  return { conditions, troubles, cut, asOf, all, sort, tabs: tabsOf(all, conditions), found: found.sort(sort?.compare(facts) ?? openFirst) };
}

// How many actions each tab lists with all other filters as they are, and which tab is chosen: none where a kind of status is.
function tabsOf(all, conditions) {
  const others = conditions.filter(({ isTab }) => !isTab), chosen = conditions.find(({ isTab }) => isTab);
  const left = all.filter((standing) => others.every((condition) => meets(standing, condition)));
  const open = left.filter((standing) => standing.open).length;
  return { counts: { open, closed: left.length - open, "": left.length }, chosen: chosen ? chosen.tab : "" };
}

// Fetch what the index holds of the words typed, while the facts are still on their way.
export function lookAhead(index, q) {
  for (const { key, value, isPhrase } of parse(q)) {
    const looked = wanted(value, isPhrase);
    if (!key && looked.words.length) index.find(looked).catch(() => {});
  }
}

// For each condition, how many actions there would be without it.
export const loosened = ({ all, conditions }) => conditions.map((left) => ({
  ...left,
  number: all.filter((standing) => conditions.every((condition) => condition === left || meets(standing, condition))).length,
}));

export const yearsOf = (found) => new Set(found.map(({ action }) => action.year));

// Which actions hold the words. The index knows what is on record now; what was before is read in the texts.
async function hold(facts, index, condition, all, cut) {
  const records = await index.find(condition.looked);
  const last = facts.actions.length - 1;
  const holding = all.filter(({ action }) => records.has(last - action.place));
  const isNow = cut === facts.meetings.length - 1;
  if (!isNow) await loadTexts(facts, yearsOf(holding));
  const then = isNow ? holding : holding.filter((standing) => isRecorded(facts, standing, condition.looked));
  condition.held = new Set(then.map(({ action }) => action));
}

const meets = (standing, { held, test, not }) =>
  (held ? held.has(standing.action) : test(standing)) !== Boolean(not);

const byPlace = (one, other) => one.action.place - other.action.place;
const raised = ({ action }) => action.year * 12 + action.month;

function openFirst(one, other) {
  if (one.open !== other.open) return one.open ? -1 : 1;
  return (one.open ? 0 : raised(other) - raised(one)) || byPlace(one, other);
}

const VALUES = {
  id: () => (one, other) => one.action.id.localeCompare(other.action.id, language, { numeric: true }),
  owner: (facts) => (one, other) => ownerText(facts, one).localeCompare(ownerText(facts, other), language),
  status: (facts) => (one, other) => rank(facts, one) - rank(facts, other),
  raised: () => (one, other) => raised(one) - raised(other),
  mentioned: () => (one, other) => one.meeting - other.meeting,
  due: (_, down) => (one, other) => compared(lastDay(one, down), lastDay(other, down)),
  age: () => (one, other) => one.age.months - other.age.months || one.age.meetings - other.age.meetings,
};

// An action without a day by which it is due comes last either way.
const lastDay = ({ due }, down) => due?.last || (down ? "" : "\uffff");
const compared = (one, other) => (one < other ? -1 : Number(one > other));

// Nobody recorded comes last from A to Z.
const ownerText = (facts, { printed }) => (printed < 0 ? "\uffff" : printedText(facts.printed[printed]));
const rank = (facts, { status, open }) => (open ? 0 : 100) + ((kind(facts, status) + 1) % facts.statuses.length);

// The first status of a kind stands for all of them.
const kind = (facts, status) => facts.statuses.findIndex(({ key }) => key === facts.statuses[status].key);

// How to sort: `name` of the column, whether downwards, the words for it, and the comparison.
export function sorting(text) {
  const down = text.startsWith("-"), name = down ? text.slice(1) : text;
  if (!Object.hasOwn(VALUES, name)) return null;
  const compare = (facts) => {
    const order = VALUES[name](facts, down);
    return (one, other) => (down ? order(other, one) : order(one, other)) || byPlace(one, other);
  };
  return { name, down, words: SORTS[name][down ? 1 : 0], compare };
}
