import type { ReactNode } from 'react'
import type { CycleStage } from '@/lib/cycle/rules'
import { stageSentences, stageWords } from '@/lib/cycle/words'

type Stage = Exclude<CycleStage, 'closed'>

export type StageTask = {
  stage: Stage
  /** Where it leads; null while it cannot be begun. */
  href: string | null
  status: ReactNode
  /** What is missing or late, in lines. */
  notes: readonly ReactNode[]
}

/** The four stages of a cycle as a task list: what is done, what is missing, what is late (6.44). */
export function StageList({ tasks }: { tasks: readonly StageTask[] }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map(({ stage, href, status, notes }) => (
        <li
          key={stage}
          className={
            href ? 'govuk-task-list__item govuk-task-list__item--with-link' : 'govuk-task-list__item'
          }
        >
          <div className="govuk-task-list__name-and-hint">
            {href ? (
              <a
                className="govuk-task-list__link"
                href={href}
                aria-describedby={`${stage}-hint ${stage}-status`}
              >
                {stageWords[stage]}
              </a>
            ) : (
              stageWords[stage]
            )}
            <div id={`${stage}-hint`} className="govuk-task-list__hint">
              <p className="last">{stageSentences[stage]}</p>
              {notes.length > 0 && (
                <ul className="small last">
                  {notes.map((note, place) => (
                    // The lines of a stage never change their order while they are read.
                    <li key={place}>{note}</li>
                  ))}
                </ul>
              )}
            </div>
          </div>
          <div className="govuk-task-list__status" id={`${stage}-status`}>
            {status}
          </div>
        </li>
      ))}
    </ul>
  )
}
