import type { ReactNode } from 'react'

type Props = {
  id: string
  heading: ReactNode
  /** What this part is called after "Save so far", for those who hear the page. */
  name: string
  /** What was measured or given, beside the questions about it. */
  evidence?: ReactNode
  /** The evidence is a picture: it stands on the one side, the questions on the other. */
  beside?: boolean
  children: ReactNode
}

/** A part of the review with its own anchor, its evidence beside it, and a way to stop for today (6.54). */
export function Part({ id, heading, name, evidence, beside = false, children }: Props) {
  return (
    <section
      className={beside ? 'card paired beside' : 'card paired'}
      id={id}
      aria-labelledby={`${id}-heading`}
    >
      <h2 id={`${id}-heading`}>{heading}</h2>
      {evidence && <div className="evidence">{evidence}</div>}
      {children}
      <p className="part-end">
        <button
          type="submit"
          className="govuk-button govuk-button--secondary"
          name="intent"
          value={`draft:${id}`}
          formNoValidate
        >
          Save so far<span className="govuk-visually-hidden">: {name}</span>
        </button>{' '}
        <a href="#still-open">See what is still open</a>
      </p>
    </section>
  )
}
