// All that the first view of the tracker and of the search runs: it fetches the modules behind the form, all in one go,
// when that is first used, or at once where the address asks for something. It is no module, so that it also runs for a
// page that is opened from a disk, where browsers load no modules: there the form is taken away.

(() => {
  const SHARED = [
    "finding/conditions", "finding/dates", "finding/index", "finding/owners", "finding/query", "finding/text", "finding/tokens",
    "say", "state", "tracker/element", "tracker/explaining", "tracker/facts", "tracker/words",
  ];
  const MODULES = {
    "tracker/tracker.js": [
      ...SHARED, "tracker/address", "tracker/controls", "tracker/csv", "tracker/drawing", "tracker/heads", "tracker/list",
      "tracker/result", "tracker/rows", "tracker/tabs", "tracker/texts",
    ],
    "search/search.js": [...SHARED, "search/found", "search/groups", "search/keys", "search/result", "search/words"],
  };
  const FOLDED = ["people", "from", "to", "meeting", "as-of", "overdue", "sort"];
  const ROLES = { thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell", "th[scope=col]": "columnheader", "th[scope=row]": "rowheader" };

  const { dataset, src } = document.currentScript;
  const form = document.getElementById(dataset.form), table = document.querySelector("table.tracker");
  const told = form.querySelector("[role=status]"), asked = new URLSearchParams(location.search);
  const isAsked = [...asked.values()].some(Boolean);
  let loading = null, isReady = false, pressed = null;

  // Fetch the modules, once; after a failure the next use tries again.
  function load() {
    loading ??= fetchAll().catch((error) => {
      loading = null;
      told.textContent = form.dataset.failed;
      form.parentElement.classList.add("failed");
      table?.classList.remove("waiting");
      console.error(error);
    });
  }

  // What was pressed before the modules were here is pressed again.
  async function fetchAll() {
    for (const name of MODULES[dataset.main]) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: new URL(`${name}.js`, src) }));
    }
    await import(new URL(dataset.main, src));
    isReady = true;
    form.parentElement.classList.remove("failed");
    pressed?.click();
  }

  function press({ target }) {
    const button = target.closest("button[type=button]:not(.whole)");
    if (!button || isReady) return;
    pressed = button;
    load();
  }

  function send(event) {
    event.preventDefault();
    load();
  }

  // The row that an address names may not be among the first; any other anchor is none of ours.
  function follow() {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (location.hash && table && (!named || table.contains(named))) load();
  }

  // Each row that is folded has a button that shows the whole of it.
  function unfold({ target }) {
    const button = target.closest("button.whole");
    if (button) button.setAttribute("aria-expanded", String(button.closest("tr").classList.toggle("unfolded")));
  }

  // A row is laid out as a grid or a card of its own. Browsers whose screen readers would then no longer find a table are
  // told by these roles; in the markup they would say twice what its elements say.
  function giveRoles() {
    table.setAttribute("role", "table");
    for (const [parts, role] of Object.entries(ROLES)) {
      for (const part of table.querySelectorAll(parts)) part.setAttribute("role", role);
    }
  }

  // On a phone the heads are not seen and the form sorts, so there only their text is kept.
  function makeHeadsButtons() {
    for (const head of table.tHead.querySelectorAll("[data-sort]")) {
      const { textContent } = head, text = Object.assign(document.createElement("span"), { className: "head-text", textContent });
      head.replaceChildren(text, Object.assign(document.createElement("button"), { type: "button", textContent }));
    }
  }

  function wait() {
    told.textContent = form.dataset.looking;
    table?.classList.add("waiting");
    const more = document.getElementById("finder-more");
    if (more) more.open = FOLDED.some((name) => asked.get(name)) || !["", "open", "closed", null].includes(asked.get("status"));
    load();
  }

  if (table) giveRoles();
  table?.addEventListener("click", unfold);
  if (location.protocol === "file:") {
    form.hidden = true;
    form.parentElement.classList.add("failed");
    return;
  }
  if (table) makeHeadsButtons();
  form.addEventListener("focusin", load);
  form.addEventListener("input", load);
  form.addEventListener("submit", send);
  form.parentElement.addEventListener("click", press);
  addEventListener("hashchange", follow);
  if (isAsked) wait();
  else if (form.contains(document.activeElement) || form.elements.namedItem("q").value) load();
  follow();
})();
