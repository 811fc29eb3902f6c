// The filter in the address of the page, so that it can be sent, reloaded and gone back to.

export const KEYS = ["q", "owner", "people", "status", "from", "to", "meeting", "as-of", "sort"];

export const NOTHING = Object.freeze(Object.fromEntries(KEYS.map((key) => [key, ""])));

export function read(search) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(KEYS.map((key) => [key, (given.get(key) ?? "").trim()]));
}

export function write(filter) {
  const given = new URLSearchParams(KEYS.filter((key) => filter[key]).map((key) => [key, filter[key]]));
  return given.size ? `?${given}` : "";
}

export const same = (one, other) => KEYS.every((key) => one[key] === other[key]);

// The anchor that the address names, as it was written.
export function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
