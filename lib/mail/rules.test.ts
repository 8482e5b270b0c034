import { describe, expect, it } from 'vitest'
import { MAIL_KINDS, MAIL_STATUSES, messageId, sendingProblem } from './rules'
import { mailKindWords, mailProblemWords, mailStateWords } from './words'

describe('sendingProblem', () => {
  it.each([
    ['nobody answers', { code: 'ECONNECTION' }, 'unreachable', false],
    ['an address that does not exist', { code: 'EENVELOPE', responseCode: 550 }, 'refused-address', true],
    ['a mailbox that is full', { code: 'EENVELOPE', responseCode: 452 }, 'refused', false],
    ['a wrong password of the server', { code: 'EAUTH', responseCode: 535 }, 'refused', false],
    ['a mail taken for spam', { code: 'EMESSAGE', responseCode: 554 }, 'refused', true],
    ['a server that is busy', { code: 'EMESSAGE', responseCode: 421 }, 'refused', false],
  ])('%s', (_what, error, problem, isForGood) => {
    expect(sendingProblem(error)).toEqual({ problem, isForGood })
  })
})

describe('messageId', () => {
  it.each([
    ['SEN team <sen@oak.example>', '<mail.1@oak.example>'],
    ['sen@oak.example', '<mail.1@oak.example>'],
    ['nobody', '<mail.1@localhost>'],
  ])('from %s', (from, is) => {
    expect(messageId('1', from)).toBe(is)
  })
})

describe('words', () => {
  it('name every kind, each by itself', () => {
    expect(new Set(MAIL_KINDS.map((kind) => mailKindWords[kind])).size).toBe(MAIL_KINDS.length)
  })
  it('say of every state what to do where something is to be done', () => {
    for (const status of MAIL_STATUSES) expect(mailStateWords({ status, problem: null })).not.toBe('')
    expect(mailStateWords({ status: 'failed', problem: 'refused-address' })).toBe(
      `Could not be delivered. ${mailProblemWords['refused-address']}`,
    )
    expect(mailStateWords({ status: 'waiting', problem: 'unreachable' })).toContain('tried again')
  })
})
