import { inflateRawSync, inflateSync } from 'node:zlib'

/** The text of one part of a zip, as a Word file is one. */
export function zipPart(file: Buffer, name: string): string {
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4)) {
    const size = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    if (file.subarray(at + 46, at + 46 + nameLength).toString() !== name) continue
    const local = file.readUInt32LE(at + 42)
    const begins = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(begins, begins + size)
    return (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  throw new Error(`there is no ${name} in this file`)
}

/** The words of a Word file, a paragraph a line. */
export const wordsOfDocx = (file: Buffer): string =>
  zipPart(file, 'word/document.xml')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const hex = (text: string) => (text.match(/.{4}/g) ?? []).map((code) => parseInt(code, 16))

// What each glyph of a font means, from the map that lets a reader copy and read aloud.
function glyphsOf(map: string): Map<number, string> {
  const meaning = new Map<number, string>()
  for (const [, from = '', , list = ''] of map.matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g))
    for (const [place, [, text = '']] of [...list.matchAll(/<(\w+)>/g)].entries())
      meaning.set(parseInt(from, 16) + place, String.fromCharCode(...hex(text)))
  return meaning
}

/** The words of a PDF that this service made, in the order in which they are set. */
export function wordsOfPdf(file: Buffer): string {
  const raw = file.toString('latin1')
  const objects = new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  )
  const streamOf = (id: string) => {
    const body = objects.get(id) ?? ''
    const packed = Buffer.from(/stream\n([\s\S]*?)\nendstream/.exec(body)?.[1] ?? '', 'latin1')
    return body.includes('FlateDecode') ? inflateSync(packed).toString('latin1') : packed.toString('latin1')
  }
  const fonts = new Map(
    [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1]
      return [name, map ? glyphsOf(streamOf(map)) : new Map<number, string>()] as const
    }),
  )
  const pages = [...raw.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id = '']) => streamOf(id))
  return pages
    .flatMap((page) => {
      let font: Map<number, string> | undefined
      return [...page.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)].map(([, name, run]) => {
        if (name) font = fonts.get(name)
        const codes = [...(run ?? '').matchAll(/<(\w*)>/g)].flatMap(([, text = '']) => hex(text))
        return codes.map((code) => font?.get(code) ?? '').join('')
      })
    })
    .join('')
}
