import { describe, expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { contactForm, restrictionForm } from './schema'

const mother = { fullName: 'Farah Khan', relationship: 'Mother', hasParentalResponsibility: 'yes' }

describe('contactForm', () => {
  it('takes a name and what they are to the pupil; the rest may wait', () => {
    expect(contactForm.parse(mother)).toEqual({
      title: null,
      fullName: 'Farah Khan',
      relationship: 'Mother',
      hasParentalResponsibility: true,
      caresForPupil: false,
      email: null,
      phone: null,
      address: null,
      language: null,
    })
  })

  it.each([
    ['email', 'farah at home', /correct format/],
    ['phone', 'ring the bell', /Enter a phone number/],
    ['phone', '123', /Enter a phone number/],
    ['fullName', ' ', /Enter their full name/],
    ['address', 'x'.repeat(501), /500 characters or less/],
  ])('refuses %s %s', (field, value, message) => {
    const parsed = contactForm.safeParse({ ...mother, [field]: value })
    expect(parsed.error && problemsOf(parsed.error)).toEqual([
      { field, message: expect.stringMatching(message) as string },
    ])
  })

  it.each(['01632 960 001', '+44 808 157 0192', '(01632) 960001', '01632 960001 ext 12'])(
    'takes the number %s',
    (phone) => {
      expect(contactForm.parse({ ...mother, phone }).phone).toBe(phone)
    },
  )
})

describe('restrictionForm', () => {
  it('does not end before it begins', () => {
    const form = {
      restrictedFrom: { day: '2', month: '11', year: '2026' },
      restrictedUntil: { day: '1', month: '11', year: '2026' },
      restrictionReason: 'Court order',
    }
    const parsed = restrictionForm.safeParse(form)
    expect(parsed.error && problemsOf(parsed.error)).toEqual([
      {
        field: 'restrictedUntil',
        message: 'The last day must be on or after 2 November 2026, when it begins',
      },
    ])
  })
})
