// Every sentence that the tracker's script says. Plain English; the templates' are in macros/wording.py.

export const WORDS = {
  loading: "Looking …",
  failed: "The list could not be fetched, so the filters do not work now. Every action is on the pages by year raised.",
  notRecorded: "Not recorded",
  notHeld: "(record not held)",
  inADraft: "(in a draft record)",
  openFor: "Open for",
  wasOpenFor: "Was open for",
  namedOutside: "Named in the address. The filters would leave it out.",
  named: "Named in the address.",
  noName: "Name not recorded",
  notYet: "Not on record at that meeting; shown as it stands now.",
};

export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

export const SORTS = {
  id: ["Id", "Id, from the last"],
  owner: ["Owner, A to Z", "Owner, Z to A"],
  status: ["Status, open first", "Status, closed first"],
  raised: ["Raised, the earliest first", "Raised, the latest first"],
  mentioned: ["Last mentioned, the earliest first", "Last mentioned, the latest first"],
  age: ["Open for, the shortest first", "Open for, the longest first"],
};

export const month = (year, number) => `${MONTHS[number - 1]} ${year}`;
export const plural = (number, one, many = `${one}s`) => `${number || "no"} ${number === 1 ? one : many}`;
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const quoted = (text) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

export function age({ months, meetings, about }, open) {
  const long = months ? plural(months, "month") : "less than a month";
  const since = plural(meetings, "meeting");
  const said = about && months ? `about ${long}, ${since} on record` : `${long}, ${since}`;
  return open ? said : `${said}, until recorded closed`;
}

export function count(found, all, outside, hasTrouble) {
  const named = outside ? `, and ${outside}, which the address names` : "";
  const some = found === all ? `All ${plural(all, "action")}` : `${found} of ${plural(all, "action")}`;
  const unclear = hasTrouble ? " Part of the filter was not understood." : "";
  return `${found ? some : "No action matches"}${named}.${unclear}`;
}

export const said = (labels, asOf, sort) => [
  asOf ? `As it stood after the meeting of ${asOf}; what later meetings recorded is left out.` : "",
  labels.length ? `Filtered by: ${labels.join("; ")}.` : "",
  sort ? `Sorted by: ${sort}.` : "",
].filter(Boolean).join(" ");

export const loosen = "Nothing matches all of these together. Try one of them less:";
export const without = (label, number) => `Without ${label} (${plural(number, "action")})`;
export const next = (number, left) => `Show the next ${number} of ${left} more`;
export const onPaper = (drawn, all) => `Only the first ${drawn} of ${all} are drawn here.`;
export const foundIn = (name) => `Found in what was recorded on ${name}: `;
export const onceOwned = (keys) => `Once owned by ${keys.join(", ")}`;
export const download = (number) => (number === 1 ? "Download this one as CSV" : `Download these ${number} as CSV`);

export const labels = {
  words: (text) => `the words ${quoted(text)}`,
  owner: (whom, people) => {
    const names = whom.map(({ key, name }) => (name ? `${key}, ${name}` : key)).join(", or ");
    return `owner ${names}${people ? ", and its people" : ""}`;
  },
  status: (text) => `status ${text}`,
  raised: (from, to) => {
    if (from === to) return `raised in ${from}`;
    return [from ? `raised from ${from}` : "raised", to ? `to ${to}` : ""].filter(Boolean).join(" ");
  },
  meeting: (name) => `mentioned at the meeting of ${name}`,
};

export const trouble = {
  owner: (value) => `${quoted(value)} is nobody known here. Expected initials, like owner:KS, a role, or the beginning of a name.`,
  status: (value, known) => `${quoted(value)} is not a status. Expected one of: ${known.join(", ")}.`,
  raised: (value) => `${quoted(value)} is not a month. Expected a year or a year and month, like 2021 or 2021-07; from and to are parted by two full stops.`,
  backwards: (from, to) => `Raised from ${quoted(from)} is later than to ${quoted(to)}.`,
  meeting: (value) => `No meeting on record is called ${quoted(value)}. Expected a day like 2022-03-21.`,
  key: (key) => `${quoted(`${key}:`)} is no filter of this page, so it was looked for as words. Known are is:, owner:, raised:, meeting: and as-of:.`,
  empty: (key) => `${quoted(`${key}:`)} has nothing after it.`,
  twice: (name) => `More than one meeting is named after “as of”; the last one counts: ${name}.`,
  sort: (value) => `${quoted(value)} is no way to sort, so the list is not sorted by it.`,
  leftOut: "It was left out of the filter.",
};

export const csv = [
  "ID", "Action", "Owner", "Owner names", "Status", "Raised", "Last mentioned", "Open or closed", "Months open",
  "Meetings since raised", "Latest update", "Update recorded on", "Address",
];
