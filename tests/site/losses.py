"""What a reader loses of a page: text that is cut off or covered, and what scrolls sideways."""

# Text that is cut off by what it stands in, and text that lies on other text.
LOST = """() => {
  const shown = e => e.checkVisibility({visibilityProperty: true})
    && !e.closest('.visually-hidden, .skip, thead, select')
    && !e.closest('.long:not(.unfolded) .brief, details:not([open]) .first-lines');
  const cut = [...document.querySelectorAll('body *')].filter(e => shown(e) && e.textContent.trim()).filter(e => {
    const style = getComputedStyle(e);
    return (/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
      || (/hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
  }).map(e => `cut off: ${e.outerHTML.slice(0, 90)}`);
  const lines = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    if (node.parentElement.matches('details:not([open])') || node.parentElement.closest('svg, [role=region]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // The letters are about the middle two thirds of the box that a font gives a line.
    for (const box of range.getClientRects()) {
      if (box.width > 1) lines.push([box.left, box.right, box.top + box.height / 5, box.bottom - box.height / 5, node]);
    }
  }
  lines.sort((a, b) => a[2] - b[2]);
  const over = [];
  lines.forEach((a, at) => {
    for (let next = at + 1; next < lines.length && lines[next][2] < a[3] - 1; next += 1) {
      const b = lines[next];
      if (a[4] !== b[4] && Math.min(a[1], b[1]) - Math.max(a[0], b[0]) > 2) {
        over.push(`over one another: ${a[4].data.trim().slice(0, 40)} | ${b[4].data.trim().slice(0, 40)}`);
      }
    }
  });
  return [...cut, ...over];
}"""

# What can be scrolled sideways without being a region with a name that the keyboard reaches.
UNREACHED = """() => [...document.querySelectorAll('body *')].filter(e =>
  e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX)
  && !(e.matches('[role=region][tabindex="0"]') && e.getAttribute('aria-label'))
).map(e => e.outerHTML.slice(0, 120))"""
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
