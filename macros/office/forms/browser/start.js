// Starts the forms: the configuration of this record, how its files are read and written, and how a page of it will look.

window.CMS_MANUAL_INIT = true

await loaded('js-yaml.min.js')
const { recordFormat } = await import('./record.js')
const { showPages } = await import('./preview.js')
const settings = await (await fetch('config.json')).text()
const { cms, files, key, ...preview } = JSON.parse(settings)
await loaded('sveltia-cms.js')
for (const [name, file] of Object.entries(files)) {
  window.CMS.registerCustomFormat(name, file.extension, recordFormat({ ...file, fields: fieldsOf(name), key }))
}
await showPages({ fieldsOf, key, ...preview })
// On a phone, too, the list of the meetings is first, and not that of the lists.
if (!window.location.hash) window.location.hash = '#/collections/meeting'
// What is only for the format of the file is left out: Sveltia CMS would report it as unknown.
window.CMS.init({ config: JSON.parse(settings, (name, value) => (name === 'in_file' ? undefined : value)).cms })

function fieldsOf(name) {
  const found = cms.collections.find((one) => one.name === name)
  return (found.files ? found.files[0] : found).fields
}

function loaded(address) {
  return new Promise((done, failed) => {
    const script = Object.assign(document.createElement('script'), { src: address, onload: done, onerror: failed })
    document.head.append(script)
  })
}
