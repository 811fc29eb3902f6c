// The tabs: all actions that meet the filters, the open ones among them, or the closed ones. Each is a link to its list.

import { numeral } from "../say.js";

const nav = document.getElementById("tracker-tabs");
const tabs = [...nav.querySelectorAll("a")];

// A click takes a tab without leaving the page, unless it asks for another window.
export function prepare(onChoice) {
  nav.addEventListener("click", (event) => {
    const tab = event.target.closest("a");
    if (!tab || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onChoice(tab.dataset.status);
  });
}

// Say of each tab how many actions it lists with the filters as they are. `chosen` is none of them while the filters
// ask for one kind of status.
export function report(counts, chosen, addressOf) {
  for (const tab of tabs) {
    const { status } = tab.dataset;
    tab.href = addressOf(status);
    tab.querySelector("span").textContent = numeral(counts[status]);
    if (status === chosen) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
}
