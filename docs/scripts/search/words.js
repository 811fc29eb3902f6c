// Every sentence that the search's script says.

import { numeral, say, sayCount } from "../say.js";
import { quoted, sentence } from "../tracker/words.js";

export const loading = say("Looking …");
export const failed = say("The search could not be loaded. The action tracker and the list of meetings hold everything.");

export const kinds = {
  action: say("Actions"), decision: say("Decisions"), "agenda-item": say("Agenda items and minutes"), meeting: say("Meetings"),
  terms: say("Terms of reference"), people: say("People and organisations"), page: say("Other pages"),
};

const results = (number) => (number ? sayCount("{number} result", "{number} results", number) : say("no results"));

export function count(number, words, filters) {
  const found = words ? say("{results} for {words}.", { results: results(number), words: quoted(words) }) : `${results(number)}.`;
  const by = say("Filtered by: {filters}.", { filters: filters.join("; ") });
  return filters.length ? `${sentence(found)} ${by}` : sentence(found);
}
export const nothingAsked = say("Type words to find, or choose a filter.");
export const missing = (word) => say("Nothing on record holds {words}.", { words: quoted(word) });
export const unknown = (filter, value) => say("{filter}: {words} is not one of the choices. It was left out.", { filter, words: quoted(value) });
export const ofTheTracker = (typed) => say("{filters}: such filters work in the action tracker, not here.", { filters: typed.map(quoted).join(", ") });
export const inTheTracker = say("Look for this in the action tracker");
export const without = (filter, number) => say("Without {filter} ({found})", { filter, found: results(number) });
export const next = (number, left) => say("Show the next {number} of {left} more", { number, left });
export const counted = (words, number) => `${words} (${numeral(number)})`;
