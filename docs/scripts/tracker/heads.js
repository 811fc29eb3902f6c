// The heads of the columns as buttons that sort.

import { element } from "./element.js";

// On a phone the heads are not seen and the form sorts, so there only their text is kept.
export function prepare(table, onSort) {
  for (const head of table.tHead.querySelectorAll("[data-sort]")) {
    const text = head.textContent;
    const button = element("button", "", text);
    button.type = "button";
    button.addEventListener("click", () => onSort(head.dataset.sort));
    head.replaceChildren(element("span", "head-text", text), button);
  }
}

export function direct(table, sort) {
  for (const head of table.tHead.querySelectorAll("[data-sort]")) {
    if (sort?.name !== head.dataset.sort) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
  }
}
