import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { KnownPupil } from './changes.rules'
import { importJson } from './json.rules'
import { planImport } from './match.rules'
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

describe('planImport', () => {
  it('finds who is new, changed and unchanged, and leaves alone whom the file leaves out', () => {
    const born = isoDate('2016-06-27')
    const harry = {
      ...amelia,
      id: 'harry',
      upn: 'R999000121001',
      familyName: 'Kowalski',
      givenName: 'Harry',
      dateOfBirth: born,
    }
    const absent = { ...amelia, id: 'absent', upn: 'F999000120001' }
    const { plan, json } = planOf(
      [amelia, harry, absent],
      [AMELIA, HARRY, 'N999000124002,Lee,Sam,20/04/2019,3,3B,E,,ASD,,'],
    )
    expect(json).toEqual({
      rows: 3,
      pupils: { new: 1, changed: 1, unchanged: 1 },
      problems: [],
      ignored: [],
      applied: false,
    })
    expect(plan.unchanged).toEqual([{ row: 1, pupilId: 'amelia' }])
    expect(plan.new).toMatchObject([
      {
        row: 3,
        writes: {
          details: {
            upn: 'N999000124002',
            familyName: 'Lee',
            givenName: 'Sam',
            dateOfBirth: '2019-04-20',
            yearGroup: 3,
            className: '3B',
            sex: null,
          },
          statusSteps: [{ act: 'open', status: 'ehc-plan', from: '2026-11-20', until: null }],
          needs: ['ASD'],
          parents: [],
        },
      },
    ])
    expect(plan.changed).toMatchObject([
      {
        row: 2,
        pupilId: 'harry',
        matchedBy: 'upn',
        changes: [
          { field: 'yearGroup', before: '3', after: '6' },
          { field: 'className', before: '3B', after: '6A' },
          { field: 'status', before: 'sen-support', after: 'none' },
        ],
        writes: {
          details: { yearGroup: 6, className: '6A' },
          statusSteps: [{ act: 'end', periodId: 'k', until: '2026-11-20' }],
          needs: null,
        },
      },
    ])
  })

  it.each([
    [
      'a surname',
      AMELIA.replace('Mitchell', 'Lee'),
      [{ field: 'familyName', before: 'Mitchell', after: 'Lee' }],
    ],
    [
      'a date of birth',
      AMELIA.replace('14/06', '15/06'),
      [{ field: 'dateOfBirth', before: '2019-06-14', after: '2019-06-15' }],
    ],
    ['a need', AMELIA.replace('SLCN', 'SLCN; MLD'), [{ field: 'needs', before: 'SLCN', after: 'SLCN, MLD' }]],
    [
      'a start date',
      AMELIA.replace('09/10', '01/09'),
      [{ field: 'statusFrom', before: '2025-10-09', after: '2025-09-01' }],
    ],
    [
      'a status',
      AMELIA.replace(',K,09/10/2025', ',E,02/11/2026'),
      [
        { field: 'status', before: 'sen-support', after: 'ehc-plan' },
        { field: 'statusFrom', before: '2025-10-09', after: '2026-11-02' },
      ],
    ],
    [
      'an email',
      AMELIA.replace('ann@parents', 'anna@parents'),
      [
        {
          field: 'parents',
          before: 'Ann Mitchell, Mother, ann@parents.example',
          after: 'Ann Mitchell, Mother, anna@parents.example',
        },
      ],
    ],
  ])('says what changes with %s', (_, row, changes) =>
    expect(planOf([amelia], [row]).plan.changed).toMatchObject([{ changes }]),
  )

  it('takes nothing away for a blank cell', () => {
    expect(planOf([amelia], ['Z999000124001,,,,,,,,,,']).plan).toMatchObject({
      unchanged: [{ pupilId: 'amelia' }],
      changed: [],
      problems: [],
    })
  })

  it.each([
    [
      'new pupil without a date of birth',
      [],
      'Z999000124001,Mitchell,Amelia,,3,3B,K,,,,',
      'DOB',
      /must be given for a pupil who is not in the register yet/,
    ],
    [
      'new pupil with a need and no status',
      [],
      'Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,,,SLCN,,',
      'SEN Status',
      /must be given with a need/,
    ],
    [
      'UPN of someone else',
      [amelia],
      'Z999000124001,Lee,Sam,20/04/2018,3,3B,K,,,,',
      'UPN',
      /belongs to a pupil here with another name/,
    ],
    [
      'NSA for a pupil who has a plan',
      [
        {
          ...amelia,
          periods: [{ id: 'e', status: 'ehc-plan' as const, from: isoDate('2025-10-09'), until: null }],
        },
      ],
      'Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,,,NSA,,',
      'SEN Status',
      /NSA .* only with SEN support/,
    ],
  ])('refuses a %s', (_, known, row, column, message) => {
    const { plan, json } = planOf(known, [row])
    expect(plan.problems).toEqual([{ row: 1, column, message: expect.stringMatching(message) as string }])
    expect(json.pupils).toEqual({ new: 0, changed: 0, unchanged: 0 })
  })
})
