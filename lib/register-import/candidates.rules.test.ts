import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { KnownPupil } from './changes.rules'
import { importJson } from './json.rules'
import type { Answers } from './candidates.rules'
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

function planOf(known: KnownPupil[], rows: string[], answers?: Answers) {
  const register = registerOf([HEADINGS, ...rows].join('\n'))
  const plan = planImport(known, register.pupils, {
    today,
    columns: register.columns,
    ...(answers && { answers }),
  })
  return { register, plan, json: importJson(register, plan, false) }
}

describe('a row that may be a pupil we know', () => {
  const noUpn = AMELIA.replace('Z999000124001', '').replace('3B', '3A')
  const namesake = { ...amelia, id: 'namesake', upn: 'N999000124002' }

  it('without a UPN is asked about, with what would change, and applied only after a yes', () => {
    const { plan, json } = planOf([amelia], [noUpn.replace('Amelia', 'AMÉLIA')])
    expect(plan).toMatchObject({
      new: [],
      changed: [],
      asks: [{ row: 1, why: 'no-upn', candidates: [{ pupilId: 'amelia' }] }],
    })
    expect(plan.asks[0]?.candidates[0]?.changes.map(({ field }) => field)).toEqual(['givenName', 'className'])
    expect(json.problems).toEqual([
      { row: 1, column: 'UPN', message: expect.stringMatching(/same name and date of birth/) as string },
    ])
  })
  it('is that pupil after a yes, and new after a no', () => {
    expect(planOf([amelia], [noUpn], new Map([[1, 'amelia']])).plan).toMatchObject({
      asks: [],
      changed: [{ pupilId: 'amelia', matchedBy: 'name-and-birth' }],
    })
    expect(planOf([amelia], [noUpn], new Map([[1, 'new']])).plan).toMatchObject({
      asks: [],
      new: [{ row: 1 }],
    })
  })
  it('is not taken for a pupil who was never offered', () => {
    expect(planOf([amelia], [noUpn], new Map([[1, 'somebody']])).plan.asks).toHaveLength(1)
  })
  it('offers both of two namesakes', () => {
    expect(
      planOf([amelia, namesake], [noUpn]).plan.asks[0]?.candidates.map(({ pupilId }) => pupilId),
    ).toEqual(['amelia', 'namesake'])
  })
  it('needs no answer where nothing would change', () => {
    expect(planOf([amelia], [noUpn.replace('3A', '3B')]).plan).toMatchObject({
      asks: [],
      unchanged: [{ pupilId: 'amelia' }],
    })
  })
  it('is known by the preferred name too', () => {
    expect(
      planOf([{ ...amelia, givenName: 'Millie', preferredName: 'Amelia' }], [noUpn]).plan.asks,
    ).toHaveLength(1)
  })
  it('with a UPN of its own is asked about where ours has none or a temporary one, and is new where both are permanent', () => {
    const other = AMELIA.replace('Z999000124001', 'N999000124002')
    expect(planOf([{ ...amelia, upn: null }], [other]).plan.asks).toMatchObject([{ why: 'other-upn' }])
    expect(planOf([{ ...amelia, upn: 'V99900012601A' }], [other]).plan.asks).toMatchObject([
      { why: 'other-upn' },
    ])
    expect(planOf([amelia], [other]).plan.new).toHaveLength(1)
  })
  it('cannot be one that another row is already about', () => {
    const millie = noUpn.replace('Amelia', 'Millie')
    const { plan } = planOf(
      [{ ...amelia, preferredName: 'Millie' }],
      [AMELIA, millie],
      new Map([[2, 'amelia']]),
    )
    expect(plan).toMatchObject({ unchanged: [{ pupilId: 'amelia' }], changed: [], problems: [{ row: 2 }] })
  })
})
