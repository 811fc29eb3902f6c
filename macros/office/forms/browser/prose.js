// Minutes as they will look, for the preview: the marks of macros/record/markdown.py that a clerk uses most. Any other
// mark stays as it was typed. Every text becomes a text of the page, so that nothing in it is ever read as HTML.

const BLOCK = /^(?:(#{1,6})[ \t]+(\S.*)|[-*•][ \t]+(\S.*)|(\|.*\|)[ \t]*)$/u
const MARK = /\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*(?!\w)|(?<![\w*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])|(?<!!)\[([^\[\]\n]+)\](?:\(([^\s()]+)\)|\{lang=["']?([\w-]+)["']?\})/u
const BETWEEN_CELLS = /(?<!\\)\|/u

/** A text of the record as elements; `level` is that of its highest heading, 0 for a short text, which has none. */
export function prose(text, level = 0) {
  const h = window.h
  const blocks = text.split(/\n[ \t]*\n+/u).flatMap((paragraph) => blocksOf(paragraph, level))
  return blocks.map(([kind, lines]) => {
    if (kind === 'item') return h('ul', null, ...lines.map((line) => h('li', { className: 'typed' }, ...marked(line))))
    if (kind === 'row') return table(lines)
    if (kind.startsWith('h')) return h(kind, null, ...marked(lines[0]))
    return h('p', { className: 'typed' }, ...marked(lines.join('\n')))
  })
}

/** A short text: within the line where it is one paragraph. */
export function short(text) {
  return /\n[ \t]*\n|^[-*•][ \t]/mu.test(text) ? prose(text) : [window.h('span', { className: 'typed' }, ...marked(text))]
}

/** The words of one line with their marks as elements. */
export function marked(text) {
  const h = window.h
  const found = text.match(MARK)
  if (!found) return [text]
  const [all, bold, italic, words, address, language] = found
  const before = text.slice(0, found.index), after = text.slice(found.index + all.length)
  const element = bold ? h('strong', null, ...marked(bold))
    : italic ? h('em', null, ...marked(italic))
    : language ? h('span', { lang: language }, words)
    : typeof link(address, words) === 'string' ? all : link(address, words)
  return [before, element, ...marked(after)]
}

/** A link of the record. One within the site leads nowhere here; words without an address to lead to are only words. */
export function link(address, words) {
  if (/^(?:\/(?![/\\])|#)/u.test(address)) return window.h('a', null, words)
  if (!/^(?:https?:\/\/|mailto:)/iu.test(address)) return words
  return window.h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, words)
}

/** The headings, lists and tables within lines without an empty one between them, and the text around them. */
function blocksOf(paragraph, level) {
  const blocks = []
  for (const line of paragraph.split('\n')) {
    const [, signs, heading, item, row] = line.match(BLOCK) ?? []
    const last = blocks.at(-1)
    if (heading && level) blocks.push([`h${Math.min(6, level + signs.length - 1)}`, [heading]])
    else if (item && last?.[0] === 'item') last[1].push(item)
    else if (item) blocks.push(['item', [item]])
    else if (row && level && last?.[0] === 'row') last[1].push(row)
    else if (row && level) blocks.push(['row', [row]])
    else if (last?.[0] === 'item' && /^[ \t]/u.test(line)) last[1].push(`${last[1].pop()}\n${line.trim()}`)
    else if (last?.[0] === 'text') last[1].push(line)
    else blocks.push(['text', [line]])
  }
  return blocks
}

function table(lines) {
  const h = window.h
  const rows = lines.map((line) => line.trim().slice(1, -1).split(BETWEEN_CELLS).map((cell) => cell.trim()))
  const isRule = (row) => row?.every((cell) => /^:?-+:?$/u.test(cell))
  if (!isRule(rows[1])) return h('p', { className: 'typed' }, lines.join('\n'))
  const cells = (tag, row) => h('tr', null, ...row.map((cell) => h(tag, null, ...marked(cell))))
  return h('table', null,
    h('thead', null, cells('th', rows[0])), h('tbody', null, ...rows.slice(2).map((row) => cells('td', row))))
}
