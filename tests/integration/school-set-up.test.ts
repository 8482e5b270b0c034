import { describe, expect, it } from 'vitest'
import { setPasswordByLink, signIn } from '@/lib/session/commands'
import { hatsOf } from '@/lib/session/queries'
import { createSchool } from '@/scripts/school/create'
import { newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const aNewSchool = (over: object = {}) => ({
  urn: String(100000 + Math.floor(Math.random() * 800000)),
  name: 'St Brigid’s Hill Primary',
  phase: 'primary' as const,
  sencoGivenName: 'Ada',
  sencoFamilyName: 'Field',
  sencoEmail: `ada.${newId()}@hill.example`,
  ...over,
})

describe('setting up a school', () => {
  it('makes the school and its SENCO, who signs in after setting a password', async () => {
    const school = aNewSchool()
    const made = await createSchool(process.env.DATABASE_OWNER_URL!, school, now)
    expect(made.slug).toMatch(/^st-brigids-hill-primary(-\d+)?$/)
    expect(await setPasswordByLink(made.passwordToken, 'a hill with nine sheep', now)).toEqual({
      ok: true,
      value: null,
    })
    const result = await signIn(school.sencoEmail, 'a hill with nine sheep', newId(), now)
    if (result.how !== 'in') throw new Error(result.how)
    expect((await hatsOf(result.token, now))?.hats).toEqual([
      {
        actor: { membershipId: made.sencoMembershipId, schoolId: made.schoolId, role: 'senco' },
        name: 'Ada Field',
        school: { id: made.schoolId, slug: made.slug, name: school.name, planName: 'SEN support plan' },
      },
    ])
  })

  it('gives two schools of one name an address each, and refuses a URN that is taken', async () => {
    const first = aNewSchool()
    const one = await createSchool(process.env.DATABASE_OWNER_URL!, first, now)
    const two = await createSchool(process.env.DATABASE_OWNER_URL!, aNewSchool(), now)
    expect(two.slug).not.toBe(one.slug)
    await expect(
      createSchool(process.env.DATABASE_OWNER_URL!, aNewSchool({ urn: first.urn }), now),
    ).rejects.toThrow(`There is already a school with the URN ${first.urn}.`)
  })
})
