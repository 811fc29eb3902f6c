// A meeting as its page will look, made from what is typed into its form.

import { say } from '../scripts/say.js'
import { prose, short } from './prose.js'
import { besides, chosen, day, facts, left, part, shown } from './shown.js'

const OFFICES = ['chair', 'vice_chair', 'secretary', 'quorum']
const HEAD = ['end_date', 'also_on', 'time', 'time_zone', 'time_elsewhere', 'location', 'links', 'postponed_to', 'published', 'approved', ...OFFICES, 'next_meeting']
const LAST = ['papers', 'sources', 'source', 'notes', 'changes', 'acknowledged']
const ENTRY = ['id', 'action', 'owner', 'status', 'update']

/** The page of a meeting. `wordings`: those of the actions still open, which an entry may leave out. */
export function meetingPage(fields, values, wordings) {
  const h = window.h
  const field = (name) => fields.find((one) => one.name === name)
  const isPast = ['published', 'approved', 'cancelled', 'postponed'].includes(values.status)
  const shownAbove = ['date', 'title', 'status', ...HEAD, 'agenda', 'decisions', 'actions', 'not_mentioned', 'approves', 'attendees', 'apologies', 'attendance']
  const rest = left(fields, values, shownAbove)
  return [
    h('h1', null, heading(values)),
    h('div', { className: 'head' },
      values.status && h('p', { className: `record-status record-status--${values.status}` }, sentence(chosen(field('status'), values.status))),
      facts(fields, values, ...HEAD),
      values.title && h('p', { className: 'printed-title' }, values.title)),
    part(field('agenda').label, ...(values.agenda ?? []).flatMap((item) => agendaItem(field('agenda').fields, item, 3))),
    part(field('decisions').label, decisions(field('decisions').fields, values.decisions)),
    part(field('actions').label, actions(field('actions').fields, values.actions, isPast ? {} : wordings)),
    values.not_mentioned && part(field('not_mentioned').label, shown(field('not_mentioned'), values.not_mentioned)),
    attendance(field, values),
    part(say("Other facts"), approved(values.approves, values.status)),
    ...rest.map((one) => part(one.label, shown(one, values[one.name]))),
  ]
}

function heading({ date }) {
  const when = date && day(date)
  return when ? say("Meeting of {day}", { day: when }) : say("Meeting")
}

function agendaItem(fields, item, level) {
  const h = window.h
  const field = (name) => fields.find((one) => one.name === name)
  const inner = field('items')
  return [
    h(`h${Math.min(6, level)}`, null, [item.number && `${item.number}.`, item.title].filter(Boolean).join(' ')),
    h('p', null, ...besides(fields, item, 'number', 'title', 'minutes', 'decisions', 'items')),
    ...minuted(field('decisions').fields, item, level + 1),
    ...(item.items ?? []).flatMap((one) => agendaItem(inner.fields, one, level + 1)),
  ]
}

/** The minutes of an item, with each decision at the line that names it, and all others below. */
function minuted(fields, item, level) {
  const entries = item.decisions ?? [], left = new Set(entries)
  const pieces = (item.minutes ?? '').split(/^[ \t]*\{decision ([1-9]\d{0,2})\}[ \t]*$/mu)
  const found = pieces.flatMap((piece, index) => {
    if (index % 2 === 0) return piece.trim() ? prose(piece.replace(/^\n+|\n+$/gu, ''), level) : []
    const entry = entries[piece - 1]
    return left.delete(entry) ? [decisions(fields, [entry])] : prose(`{decision ${piece}}`)
  })
  return [...found, decisions(fields, [...left])]
}

function decisions(fields, entries) {
  const h = window.h
  if (!entries?.length) return null
  return h('ul', { className: 'decisions' }, ...entries.map((entry) =>
    h('li', null, ...(entry.decision ? prose(entry.decision) : []), h('p', null, ...besides(fields, entry, 'decision')))))
}

function actions(fields, entries, wordings) {
  const h = window.h
  if (!entries?.length) return null
  const label = (name) => fields.find((one) => one.name === name).label
  const cell = (name, ...content) => h('td', { 'data-label': label(name) }, ...content)
  const row = (entry) => h('tr', null,
    h('th', { scope: 'row', className: 'id' }, entry.id),
    cell('action', ...wording(entry, wordings), ...besides(fields, entry, ...ENTRY)),
    cell('owner', entry.owner), cell('status', entry.status && sentence(entry.status)),
    cell('update', ...(entry.update ? short(entry.update) : [])))
  return h('div', { className: 'table-region' }, h('table', { className: 'cards entries' },
    h('thead', null, h('tr', null, ...ENTRY.map((name) => h('th', { scope: 'col', className: `for-${name}` }, label(name))))),
    h('tbody', null, ...entries.map(row))))
}

function wording(entry, wordings) {
  if (entry.action) return short(entry.action)
  const earlier = wordings[entry.id]
  const remark = say("(wording of an earlier meeting)")
  return earlier ? [...short(earlier), ' ', window.h('span', { className: 'aside' }, remark)] : []
}

/** The earlier minutes that the meeting approved, or is to approve, each with its item and its amendments. */
function approved(entries, status) {
  const h = window.h
  if (!entries?.length) return null
  const held = !['scheduled', 'cancelled'].includes(status)
  const whole = [entries].flat().map((entry) => (typeof entry === 'string' ? { meeting: entry } : entry))
  return h('div', null, ...whole.map((entry) => h('div', { className: 'approved' },
    h('p', null, approval(day(entry.meeting ?? ''), held), entry.item && ', ', entry.item && say("item {item}", { item: entry.item })),
    ...[entry.with_amendments ?? []].flat().map((words) =>
      h('p', { className: 'aside' }, say("Amendment: {words}", { words }))))))
}

function approval(meeting, held) {
  return held ? say("Approved: the minutes of {meeting}", { meeting }) : say("To be approved: the minutes of {meeting}", { meeting })
}

function attendance(field, values) {
  const names = ['attendees', 'apologies', 'attendance'].filter((name) => values[name])
  const lists = names.map((name) => [window.h('h3', null, field(name).label), people(field(name), values[name])])
  const label = say("Attendance")
  return part(label, ...lists)
}

/** People as printed: one name a line where the words are a list of names. */
function people(field, value) {
  const h = window.h
  if (field.widget === 'list') return shown(field, value)
  const sign = value.includes(';') ? ';' : ','
  return h('ul', { className: 'people' }, ...value.split(sign).map((name) => h('li', null, name.trim())))
}

function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
