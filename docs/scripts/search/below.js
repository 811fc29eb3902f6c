// The results below a field of another page than that of the search: they follow what is typed. To press Enter leads to
// the search page, which has filters.

import { Index } from "../finding/index.js";
import { loadFacts } from "../tracker/facts.js";
import { found } from "./found.js";
import { grouped, section } from "./groups.js";
import * as keys from "./keys.js";
import * as words from "./words.js";

const PAUSE = 150;

// `form` has a field `q`, an element for what is announced and one for the results.
export function prepare(form) {
  const field = form.elements.namedItem("q"), told = form.querySelector("[role=status]");
  const list = form.querySelector(".results"), index = new Index(form.dataset.index);
  let run = 0, pause = 0, facts = null;
  const loadOnce = () => (facts ??= loadFacts(form.dataset.facts).catch((error) => {
    facts = null;
    throw error;
  }));

  async function show() {
    const mine = (run += 1), q = field.value.trim();
    if (!q) return report("", []);
    told.textContent = words.loading;
    try {
      const { results, conditions } = await found(index, loadOnce, { q });
      const groups = await Promise.all(grouped(results).map((group) => section(index, group, conditions)));
      if (mine === run) report(words.count(results.length, q, []), groups);
    } catch (error) {
      if (mine === run) report(words.failed, []);
      console.error(error);
    }
  }

  function report(sentence, groups) {
    told.textContent = sentence;
    list.replaceChildren(...groups);
  }

  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(show, PAUSE);
  });
  keys.prepare(field, list);
  index.about().catch(() => {});
  if (field.value) show();
}
