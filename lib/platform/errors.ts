/** The record is not there, or not there for this person: the two are never told apart. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The person may see the record but may not do this to it. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** Someone else changed the record after this form was opened. */
export class ChangedElsewhere extends Error {
  override name = 'ChangedElsewhere'
}
