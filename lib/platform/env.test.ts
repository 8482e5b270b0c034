import { describe, expect, it } from 'vitest'
import { readEnv } from './env'

const right = {
  DATABASE_URL: 'postgresql://web:secret@db.example/sen',
  NEXTAUTH_URL: 'https://sen.example.org',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

const problemsOf = (over: Record<string, string | undefined>) => {
  const result = readEnv({ ...right, ...over })
  return result.ok ? [] : result.problems
}

describe('readEnv', () => {
  it('accepts the three it needs, and believes no proxy unless told to', () => {
    expect(readEnv(right)).toEqual({ ok: true, env: { ...right, TRUSTED_PROXIES: 0, DEMO: '0' } })
  })

  it.each([
    ['DATABASE_URL', undefined, 'DATABASE_URL is missing: it must be the address of a Postgres database'],
    ['DATABASE_URL', 'mysql://db', 'DATABASE_URL must be the address of a Postgres database'],
    [
      'NEXTAUTH_URL',
      '',
      'NEXTAUTH_URL is missing: it must be the address people open, such as https://sen.example.org',
    ],
    ['NEXTAUTH_SECRET', undefined, 'NEXTAUTH_SECRET is missing: it must be set'],
    [
      'NEXTAUTH_SECRET',
      'short',
      'NEXTAUTH_SECRET must be at least 32 characters; make one with: openssl rand -base64 33',
    ],
    ['TRUSTED_PROXIES', 'yes', 'TRUSTED_PROXIES must be a whole number'],
    [
      'FILES_DIR',
      'files',
      'FILES_DIR must be the whole path of a folder, such as /var/lib/track-sen-support/files',
    ],
    ['CLOCK', '2026-11-20T09:00:00Z', 'CLOCK may stop the clock only where NEXTAUTH_URL is this machine'],
    [
      'SMTP_URL',
      'smtp://mail.example.org',
      'MAIL_FROM is missing: it must say whom mail is from, where SMTP_URL is set',
    ],
    ['MAIL_FROM', 'the school', 'MAIL_FROM must be an email address, such as SEN team <sen@school.example>'],
    [
      'DEMO',
      '1',
      'DEMO may be 1 only where NEXTAUTH_URL is this machine: its passwords are known to everyone',
    ],
  ])('says what is wrong with %s set to %s', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([problem])
  })

  it('takes a mail server with whom mail is from, and nothing else for one', () => {
    const mail = { SMTP_URL: 'smtps://user:secret@mail.example.org:465', MAIL_FROM: 'sen@oak.example' }
    expect(problemsOf(mail)).toEqual([])
    expect(problemsOf({ ...mail, SMTP_URL: 'https://mail.example.org' })).toEqual([
      'SMTP_URL must be the address of a mail server, such as smtps://user:password@mail.example.org:465',
    ])
  })

  it('lets the clock stand still, and the demo run, on this machine', () => {
    expect(
      problemsOf({ NEXTAUTH_URL: 'http://localhost:3000', CLOCK: '2026-11-20T09:00:00Z', DEMO: '1' }),
    ).toEqual([])
  })
})
