// What a form asks for, as it stands in the address of the page, so that it can be sent, reloaded and gone back to.

export function stateOf(keys) {
  return {
    NOTHING: Object.freeze(Object.fromEntries(keys.map((key) => [key, ""]))),
    read(search) {
      const given = new URLSearchParams(search);
      return Object.fromEntries(keys.map((key) => [key, (given.get(key) ?? "").trim()]));
    },
    write(asked) {
      const given = new URLSearchParams(keys.filter((key) => asked[key]).map((key) => [key, asked[key]]));
      return given.size ? `?${given}` : "";
    },
    same: (one, other) => keys.every((key) => one[key] === other[key]),
  };
}
