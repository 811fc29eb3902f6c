// The form of filters: what it is filled with, and what it says.

import { KEYS } from "./address.js";
import { SORTS } from "./words.js";

const form = document.getElementById("finder");
const control = (name) => form.elements.namedItem(name);
const isDueKnown = Boolean(control("overdue"));

const isMonth = (typed) => /^(\d{4}-\d\d)?$/.test(typed.trim());

// The months count only once they are wholly typed.
export function prepare({ onTyping, onChoice, onClear, onFirstWords }) {
  for (const [name, [up, down]] of Object.entries(SORTS)) {
    if (name !== "due" || isDueKnown) control("sort").append(new Option(up, name), new Option(down, `-${name}`));
  }
  control("q").addEventListener("input", onTyping);
  for (const name of ["from", "to"]) control(name).addEventListener("input", ({ target }) => isMonth(target.value) && onChoice());
  form.addEventListener("change", onChoice);
  if (document.activeElement === control("q")) onFirstWords();
  else control("q").addEventListener("focus", onFirstWords, { once: true });
  form.addEventListener("submit", onChoice);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    onClear();
    focusWords();
  });
}

// Offer the meetings, once they are known; what the address chose already stays chosen.
export function offerMeetings(meetings) {
  for (const select of [control("meeting"), control("as-of")]) {
    const chosen = select.value;
    const options = meetings.map(({ stem, name }) => new Option(name, stem)).reverse();
    select.replaceChildren(select.options[0], ...options);
    choose(select, chosen);
  }
}

export const focusWords = () => control("q").focus();

export function fill(filter) {
  for (const key of KEYS) {
    const filled = control(key);
    if (filled?.type === "checkbox") filled.checked = Boolean(filter[key]);
    else if (filled && filled.value.trim() !== filter[key]) choose(filled, filter[key]);
  }
}

// The meetings are offered later than an address may choose one.
function choose(filled, value) {
  filled.value = value;
  if (filled.value !== value && ["meeting", "as-of"].includes(filled.name)) filled.append(new Option(value, value, true, true));
}

export function filled() {
  const given = new FormData(form);
  // Of an organisation that owns nothing itself, what its people own is meant.
  if (control("owner").selectedOptions[0]?.dataset.people) given.set("people", "yes");
  return Object.fromEntries(KEYS.map((key) => [key, (given.get(key) ?? "").trim()]));
}
