/** 20 MB: more than any register, and little enough to be held in memory (issue 2, section 4). */
export const MOST_BYTES = 20_000_000

/** 50,000 rows: more than any school's register (issue 2, section 4). */
export const MOST_ROWS = 50_000

export const TOO_BIG =
  'This file is 20 MB or more. Export only the columns and pupils of the SEN register, and try again.'

export const TOO_MANY_ROWS =
  'This file has 50,000 rows or more. Export only the pupils of this school, and try again.'

export type Decoded = { ok: true; text: string } | { ok: false; sentence: string }

type Disguise = { starts: readonly number[]; is: string }

const DISGUISES: readonly Disguise[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], is: 'an Excel workbook or a zip file' },
  { starts: [0x50, 0x4b, 0x05, 0x06], is: 'an empty zip file' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], is: 'an old Excel workbook' },
  { starts: [0x25, 0x50, 0x44, 0x46], is: 'a PDF' },
  { starts: [0x1f, 0x8b], is: 'a compressed file' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], is: 'a compressed file' },
  { starts: [0x52, 0x61, 0x72, 0x21], is: 'a compressed file' },
  { starts: [0x89, 0x50, 0x4e, 0x47], is: 'a picture' },
  { starts: [0xff, 0xd8, 0xff], is: 'a picture' },
]

const SAVE_AS_CSV = 'Open it, choose “Save as” or “Export”, pick “CSV UTF-8”, and use that file.'

/** The text in a file, whatever an MIS or Excel wrote it as; a sentence when it is not text (domain.md 3.5). */
export function decodeRegister(bytes: Uint8Array): Decoded {
  if (bytes.length >= MOST_BYTES) return { ok: false, sentence: TOO_BIG }
  if (bytes.length === 0) return { ok: false, sentence: 'The file is empty.' }
  const disguise = DISGUISES.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte))
  if (disguise) return { ok: false, sentence: `This is ${disguise.is}, not a CSV file. ${SAVE_AS_CSV}` }
  const text = textOf(bytes)
  if (looksBinary(text)) return { ok: false, sentence: `This file is not text. ${SAVE_AS_CSV}` }
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text)) {
    return { ok: false, sentence: `This is a web page or XML, not a CSV file. ${SAVE_AS_CSV}` }
  }
  return checkedText(text)
}

/** The same limits for text that is already decoded. */
export function checkedText(text: string): Decoded {
  if (text.length >= MOST_BYTES) return { ok: false, sentence: TOO_BIG }
  if (text.trim() === '') return { ok: false, sentence: 'The file is empty.' }
  if (rowsIn(text) - 1 >= MOST_ROWS) return { ok: false, sentence: TOO_MANY_ROWS }
  return { ok: true, text }
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: what Excel on Windows writes as plain “CSV”.
    return new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009f]/g, curly)
  }
}

const WINDOWS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes Windows-1252 as Latin-1, which has no curly apostrophe: O’Brien would lose it. */
const curly = (control: string) => WINDOWS_80_TO_9F.charAt(control.charCodeAt(0) - 0x80)

/** One lost byte is a problem of its row; a tenth of the file is not a text file. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 4000)
  let odd = 0
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32)) odd++
  }
  return odd > 8 && odd * 10 > sample.length
}

/** Lines of the file, not counting line ends inside quoted cells: counted before anything is parsed. */
export function rowsIn(text: string): number {
  let quoted = false
  let outside = 0
  let all = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) quoted = !quoted
    else if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      all++
      if (!quoted) outside++
    }
  }
  const last = /[\r\n]$/.test(text) ? 0 : 1
  // A quotation mark that never closes would hide every line after it.
  return (quoted ? all : outside) + last
}
