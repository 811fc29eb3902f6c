// Puts rows into the body of the table. What stands there already is not touched, what a reader sees
// first is there at once, and the rest follows in turns, so that typing never waits for it.

export const AT_ONCE = 25;
const IN_A_TURN = 25;

let turn = 0;

// Draw the rows that `rowOf` gives for the places 0 to `count`, and take out those that `isWanted`
// refuses. Resolves when all stand there, or when they are drawn anew, which gives up the rest.
export function draw(body, count, rowOf, isWanted) {
  const mine = (turn += 1);
  for (const row of [...body.rows]) if (!isWanted(row)) row.remove();
  return new Promise((done) => {
    let drawn = 0, before = null;
    const go = (to) => {
      if (mine !== turn) return done();
      for (; drawn < to; drawn += 1) before = put(body, rowOf(drawn), before);
      return drawn < count ? later(() => go(Math.min(drawn + IN_A_TURN, count))) : done();
    };
    go(Math.min(AT_ONCE, count));
  });
}

// Draw these rows before returning, for paper.
export function drawAtOnce(body, rows) {
  turn += 1;
  body.replaceChildren(...rows);
}

function put(body, row, before) {
  const there = before ? before.nextElementSibling : body.firstElementChild;
  if (row !== there) body.insertBefore(row, there);
  return row;
}

const later = (work) => requestAnimationFrame(() => setTimeout(work));
