import { describe, expect, it } from 'vitest'
import { csrfTokenIn, newCsrfCookie, newToken, safeNext, subjectOf, tokenHash } from './cookie.rules'

const secret = 'a secret for this test only, long enough'

describe('tokens', () => {
  it('are never the same twice, and are kept only as a hash', () => {
    const token = newToken()
    expect(newToken()).not.toBe(token)
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/)
    expect(tokenHash(token)).not.toContain(token)
  })
  it('know an account by the same subject however it is typed, and hide it', () => {
    const subject = subjectOf('account', ' Ruth@School.example ', secret)
    expect(subject).toBe(subjectOf('account', 'ruth@school.example', secret))
    expect(subject).not.toContain('ruth')
    expect(subject).not.toBe(subjectOf('address', 'ruth@school.example', secret))
  })
})

describe('the cross-site token', () => {
  it('is read back from our own cookie only', () => {
    const cookie = newCsrfCookie(secret)
    expect(csrfTokenIn(cookie, secret)).toBe(cookie.split('|')[0])
    expect(csrfTokenIn(cookie, 'another secret')).toBeNull()
    expect(csrfTokenIn('made-up|made-up', secret)).toBeNull()
    expect(csrfTokenIn(undefined, secret)).toBeNull()
  })
})

describe('safeNext', () => {
  it.each([
    ['/schools/oakfield/sen-register?state=at-risk', '/schools/oakfield/sen-register?state=at-risk'],
    ['/family', '/family'],
    ['https://elsewhere.example/', null],
    ['//elsewhere.example/', null],
    ['/\\elsewhere.example', null],
    ['/api/auth/signout', null],
    ['/sign-in?next=/sign-in', null],
    ['', null],
    [null, null],
  ])('%s leads to %s', (given, to) => {
    expect(safeNext(given)).toBe(to)
  })
})
