// The preview beside a form: the page as it will look, in the style of the site's own pages.

import { meetingPage } from './meeting.js'
import { prose } from './prose.js'
import { fieldsInFile, written } from './record.js'
import { besides, speak } from './shown.js'

/** Registers the previews. `like` is the address of a page of the site that has the styles, `locale`
 * that of its days, and `wordings` are those of the open actions. */
export async function showPages({ fieldsOf, key, like, locale, wordings }) {
  speak(locale)
  const styles = await stylesOf(like)
  const pages = {
    meeting: (fields, values) => meetingPage(fields, values, wordings),
    terms: (fields, values) => [window.h('p', null, ...besides(fields, values, 'text')), ...prose(values.text ?? '', 2)],
  }
  for (const [name, page] of Object.entries(pages)) {
    const fields = fieldsOf(name).filter((field) => field.widget !== 'hidden')
    window.CMS.registerPreviewTemplate(name, ({ entry }) =>
      framed(styles, page(withoutGroups(fields), written(fields, entry.get('data').toJS(), key))))
  }
}

function withoutGroups(fields) {
  return fieldsInFile(fields).map((field) => (field.fields ? { ...field, fields: withoutGroups(field.fields) } : field))
}

function framed(styles, content) {
  const h = window.h
  return h(window.rf, null, h('style', null, styles), h('main', null, h('article', { className: 'md-typeset' }, ...content)))
}

/** The style sheets that are written into a page of the site; empty where it cannot be read. */
async function stylesOf(address) {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
    return [...page.querySelectorAll('style')].map((style) => style.textContent).join('\n')
  } catch (error) {
    console.error(error)
    return ''
  }
}
