// Pieces of a page. Text only ever becomes text.

export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

export function link(address, text) {
  const made = element("a", "", text);
  made.href = address;
  return made;
}

export function button(text, onClick) {
  const made = element("button", "", text);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}
