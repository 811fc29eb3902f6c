// Finds a message of the check in the guide: from what is pasted or typed, the parts of the page whose messages have most
// of its words. Names, dates and numbers in quotes differ from record to record, so they do not count.

const MOST = 5, ENOUGH = .4, NEAR = .6; // of how like the likest is
const form = document.getElementById("find-message"), field = form.querySelector("input");
const found = form.querySelector("ol"), none = form.querySelector("[data-none]");

const parts = [...document.querySelectorAll("article h3")].map((heading) => {
  const list = heading.parentElement.querySelector(`[id="${heading.id}"] ~ ul`);
  return { heading, messages: [...list?.querySelectorAll("li > code") ?? []].map((code) => words(code.textContent)) };
});
const every = parts.flatMap(({ messages }) => messages), frequency = new Map();
for (const message of every) for (const word of message) frequency.set(word, (frequency.get(word) ?? 0) + 1);

// The words of a message, without the place before it, the kind, and what stands in quotes or brackets at its end.
function words(message) {
  const said = message.replace(/^\S+:\d+:\d+: /u, "").replace(/^(?:error|warning|note): /u, "")
    .replace(/ (?:\(or acknowledge |– corrected:).*$/su, "").replace(/(?<!\p{L})'[^']*'/gu, " ");
  return new Set(said.toLowerCase().match(/\p{L}+/gu));
}

// A rare word says more than one that many messages have.
const weight = (word) => Math.log(1 + every.length / (frequency.get(word) ?? every.length));

function likeness(asked, message) {
  const sum = (some) => some.reduce((total, word) => total + weight(word), 0);
  const shared = sum([...asked].filter((word) => message.has(word)));
  return shared / (sum([...asked]) || 1) + shared / (sum([...message]) || 1) / 10;
}

function show() {
  const asked = words(field.value);
  const like = (messages) => Math.max(0, ...messages.map((message) => likeness(asked, message)));
  const ranked = parts.map(({ heading, messages }) => ({ heading, like: like(messages) }))
    .filter(({ like }) => like > ENOUGH).sort((a, b) => b.like - a.like)
    .filter(({ like }, _, [first]) => like > first.like * NEAR).slice(0, MOST);
  found.replaceChildren(...ranked.map(({ heading }) => linkTo(heading)));
  none.hidden = !asked.size || ranked.length > 0;
}

function linkTo(heading) {
  const entry = document.createElement("li"), link = document.createElement("a");
  link.href = `#${heading.id}`;
  link.textContent = heading.textContent;
  entry.append(link);
  return entry;
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", show);
