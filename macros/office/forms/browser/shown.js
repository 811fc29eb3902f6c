// The parts of a page of the record, for the preview: facts, lists, tables. What has no place of its own is shown beside
// its label, so that nothing that was typed is missing.

import { say } from '../scripts/say.js'
import { link, marked, short } from './prose.js'

const KINDS = { list: shownList, object: shownEntry, boolean: yesOrNo }

let locale

/** Sets the locale of the days, like en-GB. */
export function speak(tag) {
  locale = tag
}

/** `21 March 2022` for 2022-03-21, `March 2022` for 2022-03; any other words as they are. */
export function day(text) {
  const [, year, month, date] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(text) ?? []
  if (!year) return text
  const format = { year: 'numeric', month: 'long', timeZone: 'UTC', ...(date ? { day: 'numeric' } : {}) }
  return new Intl.DateTimeFormat(locale, format).format(new Date(Date.UTC(year, month - 1, date ?? 1)))
}

/** The value of a field as words or elements of a page. */
export function shown(field, value) {
  if (KINDS[field.widget]) return KINDS[field.widget](field, value)
  if (field.widget === 'datetime') return day(value)
  if (field.widget === 'select') return [value].flat().map((one) => chosen(field, one)).join(', ')
  if (field.widget === 'text') return window.h('span', { className: 'typed' }, ...marked(value))
  if (/^https?:/iu.test(value)) return link(value, value)
  return window.h('span', { className: 'typed' }, value)
}

/** The words of a choice. */
export function chosen(field, value) {
  return field.options.find((option) => option.value === value)?.label ?? value
}

/** Each filled-in field but for some as `Label: value.`, in the small print behind an entry. */
export function besides(fields, values, ...names) {
  return left(fields, values, names).map((field) =>
    window.h('span', { className: 'aside' }, ` ${field.label}: `, shown(field, values[field.name]), ' '))
}

/** A list of facts, each with its label: every filled-in field of those named. */
export function facts(fields, values, ...names) {
  const h = window.h
  const found = names.map((name) => fields.find((field) => field.name === name)).filter((field) => field && has(values[field.name]))
  if (!found.length) return null
  return h('dl', { className: 'facts' }, ...found.map((field) =>
    h('div', null, h('dt', null, field.label), ' ', h('dd', null, shown(field, values[field.name])))))
}

/** A heading with what stands below it; nothing where nothing stands there. */
export function part(label, ...content) {
  const inside = content.flat().filter(Boolean)
  return inside.length ? window.h('section', null, window.h('h2', null, label), ...inside) : null
}

/** The fields with a value but for some. */
export function left(fields, values, names) {
  return fields.filter((field) => !names.includes(field.name) && has(values[field.name]))
}

function has(value) {
  return value !== undefined && value !== null && value !== ''
}

function yesOrNo(field, value) {
  return value ? say("yes") : say("no")
}

function shownList(field, value) {
  const h = window.h
  const entry = (one) => {
    if (field.fields) return shownEntry(field, one)
    return field.field.widget === 'text' ? short(one) : [shown(field.field, one)]
  }
  return h('ul', null, ...[value].flat().map((one) => h('li', null, ...[entry(one)].flat())))
}

/** An entry in one line: its first value, and all others with their labels. */
function shownEntry(field, value) {
  const [first, ...rest] = left(field.fields, value, [])
  if (!first) return ''
  return window.h('span', null, shown(first, value[first.name]), ...besides(rest, value))
}
