import { describe, expect, it } from 'vitest'
import type { InvitedLine } from '@/lib/invitation/line.rules'
import { waysFor } from './options'
import { inviteValues } from './initial'

const parent = (over: Partial<InvitedLine>): InvitedLine => ({
  contactId: 'a',
  name: 'Farah Khan',
  hasEmail: true,
  isInvited: false,
  answer: null,
  answeredOn: null,
  bringing: null,
  interpreter: null,
  accessNeeds: null,
  betterTimes: null,
  tried: [],
  isToTell: false,
  ...over,
})

describe('the invitation form', () => {
  it('asks each parent in the easiest way there is, and nobody twice by itself', () => {
    const parents = [
      parent({}),
      parent({ contactId: 'b', hasEmail: false }),
      parent({ contactId: 'c', isInvited: true }),
    ]
    const values = inviteValues({ parents, staffInvited: ['s'], arrangement: null, formKey: 'k' })
    expect(values).toMatchObject({
      'by.a': 'email',
      'by.b': 'letter',
      'by.c': '',
      staff: ['s'],
      formKey: 'k',
    })
  })

  it('offers an email only where there is an address', () => {
    const ways = (hasEmail: boolean) => waysFor({ hasEmail, isInvited: false }).map(({ value }) => value)
    expect(ways(true)).toEqual(['email', 'letter', 'phone', 'in-person', ''])
    expect(ways(false)).toEqual(['letter', 'phone', 'in-person', ''])
  })
})
