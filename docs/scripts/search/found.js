// What the index and the facts about the actions hold of what is asked for.

import { conditionsOf, hasFilters } from "../finding/conditions.js";
import { standing } from "../tracker/facts.js";

export const FILTERS = ["kind", "status", "owner", "year"];
const NO_FACTS = { meetings: [] };

// The records that meet every condition typed and every filter chosen, the best first; those that would without the
// filters, for counting; what was not understood; and the conditions for words that nothing holds.
// `facts` fetches the facts about the actions, which only filters that are typed need.
export async function found(index, facts, asked) {
  const known = hasFilters(asked.q) ? await facts() : NO_FACTS;
  const { conditions, troubles, asOf } = conditionsOf(known, { q: asked.q });
  const [about, columns] = await Promise.all([index.about(), needsColumns(asked, conditions) ? index.columns() : index.kinds()]);
  await Promise.all(conditions.filter(({ looked }) => looked).map(async (condition) => {
    condition.held = await index.find(condition.looked);
  }));
  const missing = conditions.filter(({ held, not }) => held && !held.size && !not);
  const met = candidates(about, conditions).filter((record) => conditions.every((one) => meets(known, about, columns, record, one)));
  const results = met.filter((record) => isChosen(columns, record, asked)).map((number) => ({ number, kind: valuesOf(columns, "kind", number)[0], rank: rankOf(number, conditions) }));
  return { results: results.sort(bestFirst(about)), met, conditions, troubles, missing, asOf };
}

// How many of the records each choice of a filter would leave, the other filters as they are.
export async function counts(index, met, asked) {
  const columns = await index.columns(), out = {};
  for (const name of FILTERS) {
    const others = { ...asked, [name]: "" };
    out[name] = {};
    for (const record of met.filter((one) => isChosen(columns, one, others))) {
      for (const value of valuesOf(columns, name, record)) out[name][value] = (out[name][value] ?? 0) + 1;
    }
  }
  return out;
}

// The kinds of all records are known from the beginning.
const needsColumns = (asked, conditions) =>
  FILTERS.some((name) => name !== "kind" && asked[name]) || conditions.some(({ looked }) => !looked);

// The values of a record that a choice of a filter can be: one, or for owners and statuses any number.
const valuesOf = (columns, name, record) => [columns[name].values[columns[name].of[record]]].flat();

const isChosen = (columns, record, asked) =>
  FILTERS.every((name) => !asked[name] || valuesOf(columns, name, record).includes(asked[name]));

function candidates({ records }, conditions) {
  const held = conditions.filter((one) => one.held && !one.not).map((one) => one.held);
  const smallest = held.sort((one, other) => one.size - other.size)[0];
  return smallest ? [...smallest.keys()] : Array.from({ length: records }, (_, number) => number);
}

function meets(facts, about, columns, record, { held, test, elsewhere, not }) {
  if (held) return held.has(record) !== Boolean(not);
  return matches(facts, about, columns, record, test, elsewhere) !== Boolean(not);
}

function matches(facts, { actions }, columns, record, test, elsewhere) {
  if (record < actions) return test(standing(facts, facts.actions[actions - 1 - record], facts.meetings.length - 1));
  const owners = valuesOf(columns, "owner", record), statuses = valuesOf(columns, "status", record);
  const [meeting] = valuesOf(columns, "meeting", record), [kind] = valuesOf(columns, "kind", record);
  return Boolean(elsewhere?.({ owners, statuses, meeting, kind }));
}

const rankOf = (record, conditions) => conditions.reduce((sum, { held, not }) => sum + (held && !not ? held.get(record) : 0), 0);

// The record before the pages about it; what stands as typed before beginnings and other forms; the latest first.
const bestFirst = ({ pages }) => (one, other) =>
  (one.number >= pages) - (other.number >= pages) || other.rank - one.rank || one.number - other.number;
