// Starts the forms: the configuration of this record, and how its files are read and written.

window.CMS_MANUAL_INIT = true

await loaded('js-yaml.min.js')
const { recordFormat } = await import('./record.js')
const { cms, files, key } = await (await fetch('config.json')).json()
await loaded('sveltia-cms.js')
for (const [name, file] of Object.entries(files)) {
  const { fields } = collection(name)
  window.CMS.registerCustomFormat(name, file.extension, recordFormat({ ...file, fields, key }))
}
window.CMS.init({ config: cms })

function collection(name) {
  const found = cms.collections.find((one) => one.name === name)
  return found.files ? found.files[0] : found
}

function loaded(address) {
  return new Promise((done, failed) => {
    const script = Object.assign(document.createElement('script'), { src: address, onload: done, onerror: failed })
    document.head.append(script)
  })
}
