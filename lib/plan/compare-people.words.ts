import type { Agreement, ContentPerson } from './content.schema'
import { fieldChanges } from './compare-fields.words'
import { agreementFields, personFields } from './field.words'
import { answerWords, attemptLine } from './words'

/** Whether rows that are in both lists stand in another order. */
export function orderChanged<Row>(
  before: readonly Row[],
  after: readonly Row[],
  idOf: (row: Row) => string,
): boolean {
  const ids = (rows: readonly Row[], others: readonly Row[]) =>
    rows.map(idOf).filter((id) => others.some((other) => idOf(other) === id))
  return ids(before, after).join() !== ids(after, before).join()
}

/** Who answers for the plan: another person, or the same with another name or job (P31). */
export function responsibleChanges(was: ContentPerson | null, is: ContentPerson | null): string[] {
  if (was === null || is === null)
    return was === is
      ? []
      : [is ? `Responsible is now ${is.name}` : `${was?.name ?? 'Nobody'} is no longer responsible`]
  return was.membershipId === is.membershipId
    ? fieldChanges(`${was.name}, who is responsible`, personFields, was, is)
    : [`Responsible: ${was.name} became ${is.name}`]
}

/** Who works with the pupil: who came, who went, and whose name or job is another (6.49). */
export function peopleChanges(before: readonly ContentPerson[], after: readonly ContentPerson[]): string[] {
  const find = (people: readonly ContentPerson[], id: string) =>
    people.find(({ membershipId }) => membershipId === id)
  return [
    ...before.flatMap((was) => {
      const is = find(after, was.membershipId)
      return is
        ? fieldChanges(was.name, personFields, was, is)
        : [`${was.name} no longer works with the pupil`]
    }),
    ...after
      .filter(({ membershipId }) => !find(before, membershipId))
      .map(({ name }) => `${name} now works with the pupil`),
    ...(orderChanged(before, after, ({ membershipId }) => membershipId)
      ? ['The people are named in another order']
      : []),
  ]
}

const whole = ({ name, answer, said }: Agreement) =>
  `${name}: ${answerWords[answer].toLowerCase()}${said ? `: “${said}”` : ''}`

/** Where each person stands on the plan: every answer, word and attempt that is not the same (6.48). */
export function agreementChanges(before: readonly Agreement[], after: readonly Agreement[]): string[] {
  const find = (rows: readonly Agreement[], id: string | null) =>
    rows.find(({ contactId }) => contactId === id)
  return [
    ...before.flatMap((was) => {
      const is = find(after, was.contactId)
      if (!is) return [`${was.name} is no longer asked`]
      const lines = was.attempts.map(attemptLine)
      return [
        ...fieldChanges(was.name, agreementFields, was, is),
        ...is.attempts
          .map(attemptLine)
          .filter((line) => !lines.includes(line))
          .map((line) => `${was.name}: asked ${line}`),
        ...lines
          .filter((line) => !is.attempts.map(attemptLine).includes(line))
          .map((line) => `${was.name}: no longer asked ${line}`),
      ]
    }),
    ...after.filter(({ contactId }) => !find(before, contactId)).map(whole),
    ...(orderChanged(before, after, ({ contactId }) => contactId ?? 'pupil')
      ? ['Those asked are named in another order']
      : []),
  ]
}
