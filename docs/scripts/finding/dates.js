// Months as people type them.

import { language } from "../say.js";

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");

// The names of the months in the language of the page, alone and beside a day; English is understood in every language.
const namesOfMonths = () => [[language, {}], [language, { day: "numeric" }], ["en", {}]].map(([of, beside]) => {
  const names = new Intl.DateTimeFormat(of, { month: "long", timeZone: "UTC", calendar: "gregory", ...beside });
  const name = (number) => names.formatToParts(Date.UTC(2000, number - 1)).find(({ type }) => type === "month").value;
  return NUMBERS.map((number) => plain(name(number)));
});
let known = null;

// A month as year and number, like 2021-07, 07/2021 or July 2021; the number is null for a year alone. Else null.
export function monthIn(text) {
  const typed = text.trim();
  const year = /^(\d{4})$/u.exec(typed);
  if (year) return { year: Number(year[1]), month: null };
  const [, first, second] = /^(\d{4})-(\d{1,2})$/u.exec(typed) ?? [];
  if (first) return checked(first, Number(second));
  const [, month, of] = /^(\p{L}+|\d{1,2}(?=\/))[ \/]\s*(\d{4})$/u.exec(typed) ?? [];
  return month ? checked(of, numberOf(month)) : null;
}

// The number of a month by its name, whole or its first three letters or more; 0 for none.
export function monthCalled(text) {
  const begun = plain(text);
  if (begun.length < 3) return 0;
  known ??= namesOfMonths();
  const places = known.map((names) => names.findIndex((name) => name.startsWith(begun)));
  return (places.find((place) => place >= 0) ?? -1) + 1;
}

const checked = (year, month) => (month >= 1 && month <= 12 ? { year: Number(year), month } : null);
const numberOf = (text) => (/^\d+$/u.test(text) ? Number(text) : monthCalled(text));
