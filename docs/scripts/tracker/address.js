// The filter in the address of the page, and the row that it names.

import { stateOf } from "../state.js";

export const KEYS = ["q", "owner", "people", "status", "from", "to", "meeting", "as-of", "overdue", "sort"];

export const { NOTHING, read, write, same } = stateOf(KEYS);

// The anchor that the address names; capitals, as in an id, name the same row.
export function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1)).toLowerCase();
  } catch {
    return "";
  }
}
