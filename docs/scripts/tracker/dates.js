// Months and days as people write them.

import { MONTHS } from "./words.js";

// A month as year and number, like 2021-07, 07/2021 or July 2021; the number is null for a year alone. Else null.
export function monthIn(text) {
  const plain = text.trim();
  const year = /^(\d{4})$/u.exec(plain);
  if (year) return { year: Number(year[1]), month: null };
  const [, first, second] = /^(\d{4})-(\d{1,2})$/u.exec(plain) ?? [];
  if (first) return checked(first, Number(second));
  const [, month, of] = /^(\p{L}+|\d{1,2}(?=\/))[ \/]\s*(\d{4})$/u.exec(plain) ?? [];
  return month ? checked(of, numberOf(month)) : null;
}

// A day like 21 March 2022 or 21/03/2022 as 2022-03-21; anything else as it is.
export function dayIn(text) {
  const [, day, month, year] = /^(\d{1,2})[ \/](\p{L}+|\d{1,2})[ \/](\d{4})$/u.exec(text.trim()) ?? [];
  return day ? [year, two(numberOf(month)), two(day)].join("-") : text.trim().toLowerCase();
}

const checked = (year, month) => (month >= 1 && month <= 12 ? { year: Number(year), month } : null);
const two = (number) => String(number).padStart(2, "0");

// The number of a month by its name, whole or its first three letters or more, or by its number; 0 for none.
function numberOf(text) {
  if (/^\d+$/u.test(text)) return Number(text);
  const begun = text.toLowerCase();
  return begun.length < 3 ? 0 : MONTHS.findIndex((name) => name.toLowerCase().startsWith(begun)) + 1;
}
