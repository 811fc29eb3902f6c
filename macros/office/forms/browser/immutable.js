// What Sveltia CMS asks of Immutable.js to hand an entry to the preview, and no more. It is loaded in the place of that
// library, whose address the import map of the page leads here.

export const fromJS = (value) => ({ get: (name) => fromJS(value?.[name]), toJS: () => value })
export const Map = fromJS
export const isMap = (value) => typeof value?.toJS === 'function'
