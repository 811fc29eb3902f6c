// The arrow keys lead from the field through the results and back; Escape leads back at once.

export function prepare(field, list) {
  const links = () => [...list.querySelectorAll("a")];
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && isPlain(event)) go(event, links()[0]);
  });
  list.addEventListener("keydown", (event) => {
    const all = links(), at = all.indexOf(event.target);
    if (!isPlain(event)) return;
    if (event.key === "Escape") go(event, field);
    else if (at >= 0 && event.key === "ArrowDown") go(event, all[at + 1]);
    else if (at >= 0 && event.key === "ArrowUp") go(event, all[at - 1] ?? field);
  });
}

function go(event, next) {
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const isPlain = (event) => !(event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
