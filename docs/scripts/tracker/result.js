// What is said above and below the table: the count, the filter in words, what was not understood.

import { button, element } from "./element.js";
import { loosened } from "./list.js";
import * as words from "./words.js";

const part = (id) => document.getElementById(id);

// How long typing has to pause before trouble is read out, in milliseconds.
const PAUSE = 500;

let later = 0;

export function announce(text) {
  clearTimeout(later);
  part("finder-count").textContent = text;
}

// Say what the list holds. `outside` is the action that only the address names, `onLoosen` takes a filter.
export function report(list, { outside, isTyping, onLoosen }) {
  const { conditions, asOf, sort, troubles } = list;
  tellCount(list, outside, isTyping);
  put("finder-said", words.said(conditions.map(({ label }) => label), asOf, sort?.words));
  const said = troubles.map((text) => element("p", "", text));
  part("finder-trouble").replaceChildren(...said, ...(list.found.length ? [] : waysOut(list, onLoosen)));
  part("finder-trouble").hidden = !part("finder-trouble").hasChildNodes();
}

// A filter half typed is no trouble yet, so that is read out only when typing pauses.
function tellCount({ found, all, troubles }, outside, isTyping) {
  const count = (hasTrouble) => words.count(found.length, all.length, outside, hasTrouble);
  announce(count(troubles.length && !isTyping));
  if (troubles.length && isTyping) later = setTimeout(() => announce(count(true)), PAUSE);
}

function waysOut(list, onLoosen) {
  const ways = loosened(list).filter(({ number }) => number);
  if (!ways.length) return [];
  const items = ways.map(({ label, number, without }) => {
    return element("li", "", button(words.without(label, number), () => onLoosen(without)));
  });
  return [element("p", "", words.loosen), element("ul", "", ...items)];
}

// The buttons: `shown` rows to download, `left` that are not drawn yet, and whether anything can be cleared.
export function offer({ shown, left, atATime, isFiltered }) {
  part("finder-csv").textContent = words.download(shown);
  part("finder-csv").disabled = !shown;
  part("finder-clear").hidden = !isFiltered;
  part("finder-next").hidden = left <= 0;
  part("finder-next").textContent = words.next(Math.min(atATime, left), left);
  if (part("finder-rest")) part("finder-rest").hidden = isFiltered;
}

// The list could not be fetched: nothing is here to download, and the filter can still be cleared.
export function fail(isFiltered) {
  announce(words.WORDS.failed);
  part("finder-csv").disabled = true;
  part("finder-clear").hidden = !isFiltered;
}

// Before printing: the rows whose words are not here yet are missed out, which the paper says.
export function onPaper(drawn, all) {
  put("finder-paper", drawn < all ? words.onPaper(drawn, all) : "");
}

function put(id, text) {
  part(id).textContent = text;
  part(id).hidden = !text;
}
