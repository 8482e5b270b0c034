'use client'

import { useState, useSyncExternalStore } from 'react'
import type { Field } from '@/components/govuk/field'
import { DateInput, TextInput } from '@/components/govuk/fields'
import { LIMITS } from '@/lib/parent-meeting/schema'

type ActionField = (name: `actions.${number}.${string}`) => Field

const AT_LEAST = 3
const SPARE = 1
const PARTS = ['who', 'what', 'by.day', 'by.month', 'by.year'] as const

const rowHolds = (field: ActionField, row: number) =>
  PARTS.some((part) => field(`actions.${row}.${part}`).value() !== '')

/** How many rows to offer: those filled and a spare one, three at least, so that it works without JavaScript. */
export function rowsOffered(field: ActionField): number {
  let last = 0
  for (let row = 0; row < LIMITS.actions; row++) if (rowHolds(field, row)) last = row + 1
  return Math.min(LIMITS.actions, Math.max(AT_LEAST, last + SPARE))
}

// Without JavaScript there is no button that does nothing; the rows offered must do, and more come with each saving.
const never = () => () => undefined

/** Who does what by when, a row an action (P85). */
export function ActionRows({ field }: { field: ActionField }) {
  const [added, setAdded] = useState(0)
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const rows = Math.min(LIMITS.actions, rowsOffered(field) + added)
  return (
    <>
      <h3>Actions</h3>
      <p className="govuk-hint">Leave a row empty if you do not need it</p>
      {Array.from({ length: rows }, (_, row) => (
        <fieldset className="govuk-fieldset" key={row}>
          <legend className="govuk-visually-hidden">Action {row + 1}</legend>
          <div className="trio">
            <TextInput field={field(`actions.${row}.who`)} label="Who" />
            <TextInput field={field(`actions.${row}.what`)} label="Will do what" />
            <DateInput field={field(`actions.${row}.by`)} legend="By when (optional)" />
          </div>
        </fieldset>
      ))}
      {isAwake && rows < LIMITS.actions && (
        <p>
          <button type="button" className="link" onClick={() => setAdded(added + 1)}>
            Add an action
          </button>
        </p>
      )}
    </>
  )
}
