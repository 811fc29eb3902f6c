// Every sentence that the tracker's script says. The templates and macros/wording.py say the same things in the page.

import { say, sayCount } from "../say.js";

export const WORDS = {
  loading: say("Looking …"),
  failed: say("The list could not be fetched, so the filters do not work now. Every action is on the pages by year."),
  // Why it is not known at which meeting an action was raised, in the order of macros/pages/tracker_files.py.
  raisedNotAt: [say("(then or before)"), "", say("(not in the record of that month)"), say("(record not held)")],
  inADraft: say("(in a draft record)"),
  notRecorded: say("Not recorded"),
  overdue: say("overdue"),
  due: say("Due"),
  raised: say("Raised"),
  lastMentioned: say("Last mentioned"),
  latestUpdate: say("Latest update"),
  more: say("More"),
  openFor: say("Open for"),
  wasOpenFor: say("Was open for"),
  namedOutside: say("Named in the address. The filters would leave it out."),
  named: say("Named in the address."),
  noName: say("Name not recorded"),
  noNameOf: (initials) => say("Name of {initials} not recorded", { initials }),
  notYet: say("Not on record at that meeting; shown as it stands now."),
  open: say("open"),
  closed: say("closed"),
};

export const SORTS = {
  id: [say("ID"), say("ID, from the last")],
  owner: [say("Owner, A to Z"), say("Owner, Z to A")],
  status: [say("Status, open first"), say("Status, closed first")],
  raised: [say("Raised, the earliest first"), say("Raised, the latest first")],
  mentioned: [say("Last mentioned, the earliest first"), say("Last mentioned, the latest first")],
  due: [say("Due, the earliest first"), say("Due, the latest first")],
  age: [say("Open for, the shortest first"), say("Open for, the longest first")],
};

const actions = (number) => (number ? sayCount("{number} action", "{number} actions", number) : say("no actions"));
const meetings = (number) => (number ? sayCount("{number} meeting", "{number} meetings", number) : say("no meetings"));
const months = (number) => (number ? sayCount("{number} month", "{number} months", number) : say("less than a month"));

export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const quoted = (text) => say("“{text}”", { text: shortened(text) });

const shortened = (text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

export function age(counted) {
  const long = { months: months(counted.months), meetings: meetings(counted.meetings) };
  let said = counted.about && counted.months ? say("about {months}, {meetings} on record", long) : say("{months}, {meetings}", long);
  if (counted.atLeast) {
    const known = [counted.months && long.months, counted.meetings && long.meetings].filter(Boolean).join(", ");
    if (!known) return say("not known");
    said = say("at least {age}", { age: known });
  }
  return said;
}

export function count(found, all, outside, hasTrouble) {
  const listed = outside ? say("{actions}, and {action}, which the address names.", { actions: some(found, all), action: outside }) : `${some(found, all)}.`;
  return hasTrouble ? `${listed} ${say("Part of the filter was not understood.")}` : listed;
}

function some(found, all) {
  if (!found) return say("No action matches");
  if (found === all) return sayCount("All {number} action", "All {number} actions", all);
  return sayCount("{found} of {number} action", "{found} of {number} actions", all, { found });
}

export const said = (labels, asOf, sort) => [
  asOf && say("As it stood after the meeting of {meeting}; what later meetings recorded is left out.", { meeting: asOf }),
  labels.length && say("Filtered by: {filters}.", { filters: labels.join("; ") }),
  sort && say("Sorted by: {order}.", { order: sort }),
].filter(Boolean).join(" ");

export const loosen = say("Nothing matches all of these together. Try without one of them:");
export const without = (filter, number) => say("Without {filter} ({found})", { filter, found: actions(number) });
export const next = (number, left) => say("Show the next {number} of {left} more", { number, left });
export const onPaper = (drawn, all) => say("Only the first {drawn} of {all} are drawn here.", { drawn, all });
export const foundIn = (meeting) => say("Found in what the meeting of {meeting} recorded:", { meeting });
export const onceOwned = (owners) => say("Once owned by {owners}", { owners: owners.join(", ") });
export const download = (number) => sayCount("Download this one as CSV", "Download these {number} as CSV", number);

export const firstRecorded = (month) => say("(first recorded in {month})", { month });

export const labels = {
  words: (text) => say("the words {words}", { words: quoted(text) }),
  not: (condition) => say("excluding {condition}", { condition }),
  owner: (whom, people) => {
    const names = whom.map(({ said, name }) => (name && name !== said ? `${said}, ${name}` : said));
    const owner = names.reduce((first, second) => say("{first}, or {second}", { first, second }));
    return people ? say("owner {owner}, and its people", { owner }) : say("owner {owner}", { owner });
  },
  status: (status) => say("status {status}", { status }),
  raised: (from, to) => {
    if (from === to) return say("raised in {month}", { month: from });
    if (!to) return say("raised from {month}", { month: from });
    return from ? say("raised from {from} to {to}", { from, to }) : say("raised to {month}", { month: to });
  },
  meeting: (meeting) => say("mentioned at the meeting of {meeting}", { meeting }),
};

export const trouble = {
  owner: (value) => say("{words} matches nobody in this record. Expected initials, like owner:EF, a role, or the beginning of a name.", { words: quoted(value) }),
  status: (value, known) => say("{words} is not a status. Expected one of: {known}.", { words: quoted(value), known: known.join(", ") }),
  raised: (value) => say("{words} is not a month. Expected a year or a year and month, like 2021 or 2021-07; put two full stops between the first month and the last.", { words: quoted(value) }),
  backwards: (from, to) => say("Raised from {from} is later than to {to}.", { from: quoted(from), to: quoted(to) }),
  meeting: (value) => say("No meeting on record is called {words}. Expected a day like 2022-03-21.", { words: quoted(value) }),
  key: (key) => say("{words} is not a filter of this page, so it was looked for as words. The filters are is:, status:, owner:, raised:, meeting: and as-of:.", { words: quoted(`${key}:`) }),
  empty: (key) => say("{words} has nothing after it.", { words: quoted(`${key}:`) }),
  signs: (text) => say("{words} has no letter or digit to look for.", { words: quoted(text) }),
  twice: (meeting) => say("More than one meeting is named after “as of”; the last one counts: {meeting}.", { meeting }),
  sort: (value) => say("{words} is not a way to sort, so the list is not sorted by it.", { words: quoted(value) }),
  leftOut: say("It was left out of the filter."),
};

export const csv = {
  headings: [
    say("ID"), say("Action"), say("Owner"), say("Owner names"), say("Status"), say("Raised"), say("Last mentioned"),
    say("Open or closed"), say("Months open"), say("Meetings since raised"), say("Latest update"),
    say("Update recorded on"), say("Address"),
  ],
  name: (group, meeting) => say("{group} actions {meeting}", { group, meeting }),
};
