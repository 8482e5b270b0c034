import { describe, expect, it } from 'vitest'
import {
  checkedText,
  decodeRegister,
  MOST_BYTES,
  MOST_ROWS,
  rowsIn,
  TOO_BIG,
  TOO_MANY_ROWS,
} from './decode.rules'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...numbers: number[]) => new Uint8Array(numbers)
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('decodeRegister', () => {
  const text = 'UPN,Surname\nB801200005001,Zoë O’Brien 😀\n'
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16 as Excel’s “Unicode text”', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 big endian', utf16(`\uFEFF${text}`, false)],
  ])('reads %s', (_, file) => expect(decodeRegister(file)).toEqual({ ok: true, text }))

  it('reads Windows-1252, curly apostrophe and euro sign too', () => {
    const file = bytes(...utf8('Zo'), 0xeb, ...utf8(' O'), 0x92, ...utf8('Brien '), 0x80)
    expect(decodeRegister(file)).toEqual({ ok: true, text: 'Zoë O’Brien €' })
  })

  it('reads every byte of Windows-1252 as Windows does', () => {
    const file = bytes(0xff, 0x20, ...Array.from({ length: 32 }, (_, at) => 0x80 + at))
    const text = 'ÿ €\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
    expect(decodeRegister(file)).toEqual({ ok: true, text })
  })

  it.each([
    ['an Excel workbook', bytes(0x50, 0x4b, 3, 4, 20, 0), /Excel workbook.*Save as.*CSV/],
    ['an old Excel workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /old Excel workbook.*CSV/],
    ['a PDF', utf8('%PDF-1.7 …'), /PDF.*CSV/],
    ['a compressed file', bytes(0x1f, 0x8b, 8, 0), /compressed.*CSV/],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47), /picture.*CSV/],
    ['a web page called .xls', utf8('<html><table><tr><td>UPN'), /web page.*CSV/],
    ['noise', bytes(...Array.from({ length: 400 }, (_, at) => at % 7)), /not text.*CSV/],
    ['nothing', bytes(), /empty/],
    ['spaces and line ends', utf8(' \r\n \n'), /empty/],
  ])('refuses %s in a sentence', (_, file, sentence) => {
    const decoded = decodeRegister(file)
    expect(decoded).toEqual({ ok: false, sentence: expect.stringMatching(sentence) as string })
  })

  it('refuses 20 MB, and takes a byte less', () => {
    const file = new Uint8Array(MOST_BYTES).fill(97)
    expect(decodeRegister(file)).toEqual({ ok: false, sentence: TOO_BIG })
    expect(decodeRegister(file.subarray(1)).ok).toBe(true)
  })
})

describe('rows', () => {
  it.each([
    ['a\nb\nc', 3],
    ['a\r\nb\r\n', 2],
    ['a\rb\rc\r', 3],
    ['a,"two\nlines"\nb', 2],
    ['a,"never closed\nb\nc', 3],
    ['', 1],
  ])('in %j are %i', (text, rows) => expect(rowsIn(text)).toBe(rows))

  it('refuses 50,000 under the headings, and takes one fewer', () => {
    expect(checkedText(`UPN\n${'x\n'.repeat(MOST_ROWS)}`)).toEqual({ ok: false, sentence: TOO_MANY_ROWS })
    expect(checkedText(`UPN\n${'x\n'.repeat(MOST_ROWS - 1)}`).ok).toBe(true)
  })
})
