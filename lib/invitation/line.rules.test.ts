import { describe, expect, it } from 'vitest'
import { type InvitedLine, wasAsked } from './line.rules'

const line: InvitedLine = {
  contactId: 'farah',
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
}

describe('wasAsked', () => {
  it.each<{ what: string; over: Partial<InvitedLine>; asked: boolean }>([
    { what: 'nobody asked them', over: {}, asked: false },
    { what: 'they were invited', over: { isInvited: true }, asked: true },
    { what: 'they answered at the school gate', over: { answer: 'yes' }, asked: true },
  ])('$what', ({ over, asked }) => {
    expect(wasAsked({ ...line, ...over })).toBe(asked)
  })
})
