import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvText, neutralised, withoutNeutralising } from './csv'

describe('a cell in a spreadsheet', () => {
  it.each(['=1+1', '+44 20', '-2', '@SUM(A1)', '\tx', '\rx'])('%j is text and never a formula', (cell) =>
    expect(neutralised(cell)).toBe(`'${cell}`),
  )
  it.each(['', 'Amelia', "O'Brien", "'tis", '1-2', 'a=b', '😀'])('%j stays as it is', (cell) =>
    expect(neutralised(cell)).toBe(cell),
  )
  it('is what it was before', () => {
    const cells = fc.string({ unit: 'binary' }).filter((cell) => !/^'[=+\-@\t\r]/.test(cell))
    fc.assert(
      fc.property(cells, (cell) => {
        expect(withoutNeutralising(neutralised(cell))).toBe(cell)
      }),
    )
  })
})

describe('csvText', () => {
  it('quotes what must be quoted', () => {
    expect(csvText([['a', 'b,c', 'say "hi"', 'two\nlines', ' x', ''], ['=1']])).toBe(
      '\uFEFFa,"b,c","say ""hi""","two\nlines"," x",\r\n\'=1\r\n',
    )
  })
  it('is read back by another reader, cell for cell', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', ';', '\n', '\r', ' ', 'é', '😀', "'", '='),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const { data } = Papa.parse<string[]>(csvText(rows).slice(1), { delimiter: ',', newline: '\r\n' })
        expect(data.slice(0, -1)).toEqual(rows.map((cells) => cells.map(neutralised)))
      }),
    )
  })
})
