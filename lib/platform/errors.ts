/** The record is not there, or not there for this person: the two are never told apart. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The person may see the record but may not do this to it. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** What is saved now of a record that someone else has changed: its version, and its parts in words. */
export type StoredNow = {
  readonly version: number
  readonly parts: readonly { readonly label: string; readonly text: string }[]
}

/** Someone else changed the record after this form was opened; `stored` lets the person read both before they decide. */
export class ChangedElsewhere extends Error {
  override name = 'ChangedElsewhere'
  readonly stored: StoredNow | null

  constructor(what: string, stored: StoredNow | null = null) {
    super(what)
    this.stored = stored
  }
}
