// The rows shown as a file of comma-separated values (RFC 4180), which spreadsheets open.

import { FIRST_RECORDED, home, month, ownerThen, printedText } from "./facts.js";
import { WORDS, csv, sentence } from "./words.js";

// A spreadsheet would run a text that begins like a formula, and some take a semicolon, a tab or a line's end in it for
// the beginning of another cell. So wherever a cell may begin, an apostrophe is put before what would be run, and before
// an apostrophe, so that a program gets the text back: of each that stands there, it removes one. See docs/about/.
const FORMULA = /(^|[;\t\r\n])(?='|(?:(?![\t\r\n])[\s"\p{C}])*[=+\-@＝＋－＠])/gu;

export function csvOf(facts, found) {
  return [csv.headings, ...found.map((standing) => row(facts, standing))]
    .map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

export function download(name, text) {
  const link = document.createElement("a");
  // The mark at the beginning tells a spreadsheet that the text is UTF-8.
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function row(facts, { action, at, meeting, status, printed, open, age }) {
  const from = action.updates.findLastIndex((update, place) => update && place <= at);
  const owners = printed < 0 ? [] : facts.printed[printed];
  return [
    action.id, action.wordings[at], printedText(owners), owners.filter(({ key }) => key).map((one) => ownerThen(facts, one).name || WORDS.noName).join("; "),
    sentence(facts.statuses[status].words), action.raisedAt === FIRST_RECORDED ? "" : month(facts, action), facts.meetings[meeting].day,
    open ? WORDS.open : WORDS.closed, age.months, age.meetings,
    from < 0 ? "" : action.updates[from], from < 0 ? "" : facts.meetings[action.states[from][0]].day,
    new URL(home(action.id), document.baseURI).href,
  ];
}

export function quoted(value) {
  const text = typeof value === "string" ? value.replace(FORMULA, "$1'") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
