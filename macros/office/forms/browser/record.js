// Between a file of the record and what the forms hold of it.
//
// Reading keeps every scalar as the text that stands in the file, as macros/source.py does, so
// that 2.10 stays 2.10. Writing gives YAML that every reader takes for the same text, with the
// keys in the order of the schema and without those that nobody filled in.

import { say } from '../scripts/say.js'

const { load, dump, FAILSAFE_SCHEMA, CORE_SCHEMA } = globalThis.jsyaml

/** How a kind of file is read and written: `fields` are those of its form, `key` names the first
 * field of an entry that the file holds as a mapping, `above` the hidden field that keeps the
 * comments at the top of the file, `below` the field that stands as Markdown below front matter. */
export function recordFormat({ fields, key, above, below }) {
  const shown = fields.filter(({ name }) => name !== above)
  return below ? withFrontMatter(shown, below, key) : wholeYaml(shown, above, key)
}

function wholeYaml(fields, above, key) {
  return {
    fromFile: (text) => ({ ...held(fields, read(text), key), [above]: text.match(/^(?:[ \t]*(?:#.*)?\n)*/)[0] }),
    toFile: (value) => (value[above] ?? '').trimEnd() + '\n' + yaml(written(fields, value, key)),
  }
}

function withFrontMatter(fields, below, key) {
  return {
    fromFile(text) {
      const [, front, markdown] = text.match(/^---[ \t]*\r?\n([^]*?)^---[ \t]*\r?\n?([^]*)$/m) ?? [, text, '']
      return held(fields, { ...read(front), [below]: markdown.trim() }, key)
    },
    toFile(value) {
      const { [below]: markdown = '', ...front } = written(fields, value, key)
      return `---\n${yaml(front)}---\n\n${markdown}\n`
    },
  }
}

function read(text) {
  return load(text, { schema: FAILSAFE_SCHEMA }) ?? {}
}

function yaml(value) {
  return dump(value, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, quotingType: '"' })
}

/** The values of a file as the form holds them. Refuses a key without a field: saving would lose it. */
function held(fields, values, key) {
  const known = fieldsInFile(fields)
  const unknown = Object.keys(values).filter((name) => !known.some((field) => field.name === name))
  if (unknown.length) throw new Error(say("'{key}' is not a key of this file", { key: unknown[0] }))
  return arranged(fields, values, key)
}

/** The values of a file in the groups of the form, which are no keys of the file. */
function arranged(fields, values, key) {
  const present = fields.filter((field) => isGroup(field) || (values[field.name] ?? null) !== null)
  const value = (field) => (isGroup(field) ? arranged(field.fields, values, key) : heldValue(field, values[field.name], key))
  return Object.fromEntries(present.map((field) => [field.name, value(field)]))
}

/** The fields of a form without its groups, in the order of the file. */
export function fieldsInFile(fields) {
  const found = fields.flatMap((field) => (isGroup(field) ? fieldsInFile(field.fields) : [field]))
  return found.sort((one, other) => (one.in_file?.place ?? -1) - (other.in_file?.place ?? -1))
}

/** The values that a form holds, without its groups. */
function ungrouped(fields, values) {
  const parts = fields.map((field) =>
    isGroup(field) ? ungrouped(field.fields, values[field.name] ?? {}) : { [field.name]: values[field.name] })
  return Object.assign({}, ...parts)
}

// An entry that the file holds as a text is the value of one of its keys.
const asKeys = (field, entry) =>
  typeof entry === 'string' && field.in_file?.text_is ? { [field.in_file.text_is]: entry } : entry

function heldValue(field, value, key) {
  if (isMapping(field, key)) return Object.entries(value).map(([name, entry]) => held(field.fields, { [key]: name, ...entry }, key))
  // A list may be one text alone.
  if (field.widget === 'list' && field.fields) return [value].flat().map((entry) => held(field.fields, asKeys(field, entry), key))
  if (field.widget === 'list') return [value].flat()
  if (field.widget === 'object') return held(field.fields, asKeys(field, value), key)
  if (field.widget === 'boolean') return value === 'true'
  // Names in a list mean the same as the text of them; semicolons part them where they hold commas.
  return isText(field) && Array.isArray(value) ? value.join(value.some((one) => one.includes(',')) ? '; ' : ', ') : value
}

/** What the form holds as the values of a file, in its order and without what nobody filled in. */
export function written(fields, values, key) {
  const inFile = ungrouped(fields, values)
  const filled = fieldsInFile(fields).map((field) => [field.name, writtenValue(field, inFile[field.name], key)])
  return Object.fromEntries(filled.filter(([, value]) => !isEmpty(value)))
}

function writtenValue(field, value, key) {
  if (value === undefined || value === null) return undefined
  if (isMapping(field, key)) return mapping(field, value, key)
  if (field.widget === 'list' && field.fields) return filledIn(value.map((entry) => written(field.fields, entry, key)))
  if (field.widget === 'object') return written(field.fields, value, key)
  if (field.widget === 'boolean') return value === field.default ? undefined : value
  return Array.isArray(value) ? filledIn(value.map((entry) => String(entry).trim())) : String(value).trim()
}

function mapping(field, entries, key) {
  const names = entries.map((entry) => entry[key])
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) throw refusal(say("{field}: '{initials}' stands here twice; keep one of them", { field: field.label, initials: twice }))
  return Object.fromEntries(entries.map((entry) => [entry[key], written(field.fields.slice(1), entry, key)]))
}

function isGroup(field) {
  return Boolean(field.in_file?.is_group)
}

/** An error whose sentence the editor reads: of a failure to save, the forms show the cause. */
function refusal(sentence) {
  return new Error('saving_failed', { cause: new Error(sentence) })
}

function isMapping(field, key) {
  return field.widget === 'list' && field.fields?.[0].name === key
}

function isText(field) {
  return field.widget === 'string' || field.widget === 'text'
}

function filledIn(values) {
  return values.filter((value) => !isEmpty(value))
}

function isEmpty(value) {
  return value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
}
