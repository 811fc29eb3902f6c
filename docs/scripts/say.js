// Says everything in the language of the page. A sentence stands in English where it is said; a page in another
// language names the file of translations (data-words), which is read before anything is said.

export const language = document.documentElement.lang || "en";

const address = document.querySelector("script[data-words]")?.dataset.words;
const translations = address ? await read(address) : {};
const numbers = new Intl.NumberFormat(language, { numberingSystem: "latn" }), forms = new Intl.PluralRules(language);

// A sentence with what stands for its {names}; numbers as the language writes them.
export function say(sentence, values = {}) {
  return filled(translations[sentence] ?? sentence, values);
}

// The form of a sentence that goes with {number}, from the two that English has.
export function sayCount(one, many, number, values = {}) {
  const sentence = translations[one]?.[forms.select(number)] ?? (number === 1 ? one : many);
  return filled(sentence, { number, ...values });
}

export const numeral = (number) => numbers.format(number);

// A value that ends with punctuation has no full stop behind it.
function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}(\.(?= |$))?/gu, (_, name, stop = "") => {
    const value = typeof values[name] === "number" ? numeral(values[name]) : `${values[name]}`;
    return value + (/[.!?…]$/u.test(value) ? "" : stop);
  });
}

// Without its translations a page still works, in English.
async function read(from) {
  try {
    return await (await fetch(from)).json();
  } catch (error) {
    console.error(error);
    return {};
  }
}
