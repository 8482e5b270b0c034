import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { v7 as newId } from 'uuid'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import { asActor, beforeAnySchool, type SchoolTx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { NotAllowed } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { audit } from '@/lib/audit/commands'
import { newToken, subjectOf, tokenHash } from './cookie.rules'
import { PASSWORD_MAX, passwordProblem } from './password.rules'

/** Wrong passwords in 15 minutes before a wait begins. A school shares one address, so that may have more. */
const ACCOUNT_ATTEMPTS = 5
const ADDRESS_ATTEMPTS = 20

/** Days in which a link to set a password can be used. */
export const PASSWORD_LINK_DAYS = 7

// Compared with when nobody has the email address, so that the answer takes as long either way.
let nobody: Promise<string> | undefined

export type SignIn =
  { how: 'in'; personId: string; token: string } | { how: 'wrong' } | { how: 'wait'; until: Date }

/** Signs a person in, or says that the pair is wrong (never which half), or until when to wait. */
export async function signIn(email: string, password: string, address: string, now: Date): Promise<SignIn> {
  const account = subjectOf('account', email, env().NEXTAUTH_SECRET)
  const from = subjectOf('address', address, env().NEXTAUTH_SECRET)
  const [waiting] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<
        { until: Date | null }[]
      >`SELECT app.begin_sign_in(${[account, from]}, ${[ACCOUNT_ATTEMPTS, ADDRESS_ATTEMPTS]}, ${now}) AS until`,
  )
  if (waiting?.until) return { how: 'wait', until: waiting.until }

  const [found] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<
        { person_id: string; password_hash: string | null }[]
      >`SELECT * FROM app.credential_of(${email.trim()})`,
  )
  const known = found?.password_hash ?? (await (nobody ??= hash(newToken())))
  const matches = await verify(known, password.slice(0, PASSWORD_MAX))
  if (!found?.password_hash || !matches) return { how: 'wrong' }

  const token = newToken()
  await beforeAnySchool(async (db) => {
    await db.$executeRaw`SELECT app.sign_in_succeeded(${account}, ${from}, ${ADDRESS_ATTEMPTS}::int)`
    await db.$executeRaw`SELECT app.start_session(${tokenHash(token)}, ${found.person_id}::uuid, ${now})`
  })
  return { how: 'in', personId: found.person_id, token }
}

/** Ends the session at once, wherever it is used. */
export async function endSession(token: string, now: Date): Promise<void> {
  await beforeAnySchool((db) => db.$executeRaw`SELECT app.end_session(${tokenHash(token)}, ${now})`)
}

/** Whether a link to set a password can still be used. */
export async function passwordLinkIsOpen(token: string, now: Date): Promise<boolean> {
  const [row] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<
        { open: boolean }[]
      >`SELECT app.password_link_is_open(${tokenHash(token)}, ${now}) AS open`,
  )
  return row?.open ?? false
}

/** Sets the password that a link was made for, once; every session of that person ends. */
export async function setPasswordByLink(token: string, password: string, now: Date): Promise<Outcome<null>> {
  const problem = passwordProblem(password, await commonPasswords(), [])
  if (problem) return refuse('password', problem)
  const hashed = await hash(password)
  const [row] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<
        { done: boolean }[]
      >`SELECT app.set_password_by_link(${tokenHash(token)}, ${hashed}, ${now}) AS done`,
  )
  return row?.done
    ? { ok: true, value: null }
    : refuse('form', 'This link has been used or is too old. Ask the SENCO of the school for a new one')
}

/**
 * A link with which this member sets a password; the token is shown once and never kept.
 * Refused for someone whose account also opens another school's records.
 */
export async function makePasswordLink(
  actor: Actor,
  membershipId: string,
  now: Date,
): Promise<Outcome<{ token: string }>> {
  if (!leadsSchool(actor)) throw new NotAllowed(`make a password link for ${membershipId}`)
  return asActor(actor, async (tx) => {
    const token = newToken()
    const expires = new Date(now.getTime() + PASSWORD_LINK_DAYS * 24 * 60 * 60 * 1000)
    const [row] = await tx.$queryRaw<
      { made: boolean }[]
    >`SELECT app.add_password_link(${membershipId}::uuid, ${tokenHash(token)}, ${expires}, ${now}) AS made`
    if (!row?.made)
      return refuse(
        'form',
        'This person already signs in with a password of their own, at another school too. They use the same one here',
      )
    await audit(tx, actor, { action: 'password-link.made', subjectId: membershipId }, now)
    return { ok: true, value: { token } }
  })
}

/** The person with this email address, made known if nobody has it yet; inside a transaction of the school. */
export async function personWithEmail(tx: SchoolTx, email: string): Promise<string> {
  const [row] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT app.person_with_email(${email.trim()}, ${newId()}::uuid) AS id`
  if (!row) throw new Error('no person came back')
  return row.id
}

// 49,000 entries: read only when somebody sets a password.
let common: Promise<ReadonlySet<string>> | undefined
const commonPasswords = () =>
  (common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  ))
