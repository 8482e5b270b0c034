'use client'

import { useEffect, useState } from 'react'
import { lengthOf, withCommas } from '@/lib/platform/text.schema'
import { controlClass, describedBy, type Field } from './field'

const NEAR_THE_LIMIT = 0.75
const QUIET_FOR = 1000

const characters = (count: number) => `${withCommas(count)} ${count === 1 ? 'character' : 'characters'}`

/** What is said of the room that is left: the limit at first, the count when it draws near or is passed. */
export function roomLeft(length: number, limit: number): string {
  if (length > limit) return `You have ${characters(length - limit)} too many`
  if (length < limit * NEAR_THE_LIMIT) return `You can enter up to ${characters(limit)}`
  return `You have ${characters(limit - length)} remaining`
}

type Props = { field: Field; hint: boolean; limit: number; rows: number }

/** A text area that says its limit from the start, and counts down when the limit is near. */
export function CountedTextArea({ field, hint, limit, rows }: Props) {
  const given = field.value()
  const [length, setLength] = useState(() => lengthOf(given))
  const [spoken, setSpoken] = useState('')
  const { onChange, ...input } = field.register()
  const room = roomLeft(length, limit)
  const counting = length >= limit * NEAR_THE_LIMIT

  // Read out only when the person pauses, not at every key.
  useEffect(() => {
    const pause = setTimeout(() => setSpoken(counting ? room : ''), QUIET_FOR)
    return () => clearTimeout(pause)
  }, [counting, room])

  return (
    <>
      <textarea
        id={field.name}
        className={controlClass(
          'govuk-textarea',
          field,
          length > limit ? 'govuk-textarea--error' : undefined,
        )}
        rows={rows}
        aria-describedby={describedBy(field, hint, `${field.name}-limit`)}
        aria-invalid={field.problem ? true : undefined}
        defaultValue={given}
        onChange={(event) => {
          setLength(lengthOf(event.target.value))
          void onChange(event)
        }}
        {...input}
      />
      <p
        id={`${field.name}-limit`}
        className={length > limit ? 'govuk-error-message limit' : 'govuk-hint limit'}
      >
        {room}
      </p>
      <p className="govuk-visually-hidden" role="status">
        {spoken}
      </p>
    </>
  )
}
