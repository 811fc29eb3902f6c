// The form of filters: what it is filled with, and what it says.

import { prepareFolding } from "../folding.js";
import { KEYS } from "./address.js";
import { SORTS } from "./words.js";

const form = document.getElementById("finder");
const control = (name) => form.elements.namedItem(name);

// Complete the form and show it. The months count only once they are wholly typed.
export function prepare({ onTyping, onChoice, onClear, onFirstUse, onFirstWords }) {
  control("as-of").append(...[...control("meeting").options].slice(1).map((option) => option.cloneNode(true)));
  for (const [name, [up, down]] of Object.entries(SORTS)) {
    control("sort").append(new Option(up, name), new Option(down, `-${name}`));
  }
  control("q").addEventListener("input", onTyping);
  form.addEventListener("change", onChoice);
  form.addEventListener("focusin", onFirstUse, { once: true });
  control("q").addEventListener("focus", onFirstWords, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onChoice();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    onClear();
    focusWords();
  });
  prepareFolding(form);
  form.hidden = false;
}

export const focusWords = () => control("q").focus();

export function fill(filter) {
  for (const key of KEYS) {
    if (control(key).type === "checkbox") control(key).checked = Boolean(filter[key]);
    else if (control(key).value.trim() !== filter[key]) control(key).value = filter[key];
  }
}

export function filled() {
  const given = new FormData(form);
  return Object.fromEntries(KEYS.map((key) => [key, (given.get(key) ?? "").trim()]));
}
