// Every sentence that the search's script says.

import { plural, quoted, sentence } from "../tracker/words.js";

export const loading = "Looking …";
export const failed = "The search could not be loaded. The action tracker and the list of meetings hold everything.";

export const kinds = {
  action: "Action", "agenda-item": "Agenda item", meeting: "Meeting", terms: "Terms of reference",
  people: "Who is who", page: "Page",
};

export function count(number, words, filters) {
  const found = `${sentence(plural(number, "result"))}${words ? ` for ${quoted(words)}` : ""}.`;
  return filters.length ? `${found} Filtered by ${filters.join("; ")}.` : found;
}
export const nothingAsked = "Type words to find, or choose a filter.";
export const missing = (word) => `Nothing on record holds ${quoted(word)}.`;
export const unknown = (name, value) => `${name}: ${quoted(value)} is not one of the choices. It was left out.`;
export const ofTheTracker = (typed) => `${typed.map((text) => quoted(text)).join(", ")}: such filters work in the action tracker, not here. `;
export const inTheTracker = "Look for this in the action tracker";
export const without = (label, number) => `Without ${label} (${plural(number, "result")})`;
export const next = (number, left) => `Show the next ${number} of ${left} more`;
export const counted = (words, number) => `${words} (${number})`;
