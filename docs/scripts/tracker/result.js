// What is said above and below the table: the count, the filter in words, what was not understood.

import { button, element } from "./element.js";
import { loosened } from "./list.js";
import * as say from "./words.js";

const part = (id) => document.getElementById(id);

export function announce(text) {
  part("finder-count").textContent = text;
}

// Say what the list holds. `outside` is the action that only the address names, `onLoosen` takes a filter.
export function tell(facts, list, outside, onLoosen) {
  const { found, all, conditions, asOf, sort, troubles } = list;
  announce(say.count(found.length, all.length, outside, troubles.length));
  put("finder-said", say.said(conditions.map(({ label }) => label), asOf, sort?.words));
  const said = troubles.map((text) => element("p", "", text));
  part("finder-trouble").replaceChildren(...said, ...(found.length ? [] : waysOut(facts, list, onLoosen)));
  part("finder-trouble").hidden = !part("finder-trouble").hasChildNodes();
}

function waysOut(facts, list, onLoosen) {
  const ways = loosened(facts, list).filter(({ number }) => number);
  if (!ways.length) return [];
  const items = ways.map(({ label, number, without }) => {
    return element("li", "", button(say.without(label, number), () => onLoosen(without)));
  });
  return [element("p", "", say.loosen), element("ul", "", ...items)];
}

// The buttons: `shown` rows to download, `left` that are not drawn yet, and whether anything can be cleared.
export function offer({ shown, left, atATime, isFiltered }) {
  part("finder-csv").textContent = say.download(shown);
  part("finder-csv").disabled = !shown;
  part("finder-clear").disabled = !isFiltered;
  part("finder-next").hidden = left <= 0;
  part("finder-next").textContent = say.next(Math.min(atATime, left), left);
  if (part("finder-rest")) part("finder-rest").hidden = isFiltered;
}

// Before printing: the rows whose words are not here yet are missed out, which the paper says.
export function onPaper(drawn, all) {
  put("finder-paper", drawn < all ? say.onPaper(drawn, all) : "");
}

function put(id, text) {
  part(id).textContent = text;
  part(id).hidden = !text;
}
