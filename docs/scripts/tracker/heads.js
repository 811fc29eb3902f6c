// The heads of the columns, whose buttons sort.

const heads = [...document.querySelectorAll("#tracker thead [data-sort]")];

export function prepare(onSort) {
  for (const head of heads) head.querySelector("button").addEventListener("click", () => onSort(head.dataset.sort));
}

export function direct(sort) {
  for (const head of heads) {
    if (sort?.name !== head.dataset.sort) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
  }
}
