import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { KnownPupil } from './changes.rules'
import { importJson } from './json.rules'
import { planImport } from './match.rules'
import { problemFile, WHAT_TO_MEND } from './problem-file.rules'
import { type Register, readRegister } from './read.rules'

const today = isoDate('2026-11-20')

function registerOf(text: string): Register {
  const reading = readRegister(text, { today })
  if (!reading.ok) throw new Error(reading.sentence)
  return reading.register
}

const HEADINGS =
  'UPN,Surname,Forename,DOB,Year,Class,SEN Status,SEN Start Date,Need,Parent 1 Name,Parent 1 Email'
const AMELIA =
  'Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,K,09/10/2025,SLCN,Ann Mitchell,ann@parents.example'
const HARRY = 'R999000121001,Kowalski,Harry,27/06/2016,6,6A,N,,,,'

const amelia: KnownPupil = {
  id: 'amelia',
  upn: 'Z999000124001',
  familyName: 'Mitchell',
  givenName: 'Amelia',
  preferredName: null,
  dateOfBirth: isoDate('2019-06-14'),
  sex: 'F',
  yearGroup: 3,
  className: '3B',
  homeLanguage: 'English',
  needs: ['SLCN'],
  periods: [{ id: 'k', status: 'sen-support', from: isoDate('2025-10-09'), until: null }],
  parents: [
    {
      id: 'ann',
      name: 'Ann Mitchell',
      relationship: 'Mother',
      email: 'ann@parents.example',
      hasParentalResponsibility: true,
    },
  ],
}

function planOf(known: KnownPupil[], rows: string[]) {
  const register = registerOf([HEADINGS, ...rows].join('\n'))
  const plan = planImport(known, register.pupils, { today, columns: register.columns })
  return { register, plan, json: importJson(register, plan, false) }
}

describe('problemFile', () => {
  const bad = AMELIA.replace('14/06/2019', '06/14/2019').replace('Ann Mitchell', '"=HYPERLINK(""x"")"')
  const sibling = AMELIA.replace('SLCN', 'MLD')

  it('holds every row of the pupils who were left out, what to mend, and no formula', () => {
    const { register, plan } = planOf([], [HARRY, bad, sibling, 'Total,3'])
    const lines = problemFile(register, plan).split('\r\n')
    expect(lines[0]).toBe(`\uFEFF${HEADINGS},${WHAT_TO_MEND}`)
    expect(lines[1]).toMatch(
      /^Z999000124001,Mitchell,Amelia,06\/14\/2019,.*,"'=HYPERLINK\(""x""\)",ann@parents.example,"DOB must have the day first/,
    )
    expect(lines[2]).toMatch(/^Z999000124001,.*,MLD,.*Left out with row 2/)
    expect(lines.slice(3)).toEqual([''])
  })
  it('imports once it is mended', () => {
    const { register, plan } = planOf([], [HARRY, bad, sibling])
    const mended = registerOf(problemFile(register, plan).replace('06/14/2019', '14/06/2019'))
    expect(mended.problems).toEqual([])
    expect(mended.pupils).toMatchObject([
      {
        upn: 'Z999000124001',
        dateOfBirth: '2019-06-14',
        needs: ['SLCN', 'MLD'],
        parents: [{ name: '=HYPERLINK("x")' }, { name: 'Ann Mitchell' }],
      },
    ])
  })
  it('holds the rows nobody answered for, with their siblings', () => {
    const rows = [AMELIA, sibling].map((row) => row.replace('Z999000124001', ''))
    const { register, plan, json } = planOf([{ ...amelia, className: '3A' }], rows)
    expect(problemFile(register, plan).trim().split('\r\n')).toHaveLength(3)
    expect(json).toMatchObject({
      pupils: { new: 0, changed: 0, unchanged: 0 },
      problems: [{ row: 1 }],
      ignored: [{ row: 2 }],
    })
  })
})
