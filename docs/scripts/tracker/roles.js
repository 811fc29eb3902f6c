// On a wide screen each row of the tracker is a grid of its own. Browsers whose screen readers would then no longer
// find a table are told by these roles; in the markup they would say twice what its elements say.

const ROLES = {
  thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell",
  "th[scope=col]": "columnheader", "th[scope=row]": "rowheader",
};

// Rows that are drawn later are copies of those that are here, and keep their roles.
export function prepare(table) {
  table.setAttribute("role", "table");
  for (const [parts, role] of Object.entries(ROLES)) {
    for (const part of table.querySelectorAll(parts)) part.setAttribute("role", role);
  }
}
