import type { ParentPoint } from '@/lib/parent-point/rules'

type Props = {
  people: readonly { readonly name: string; readonly role: string }[]
  noteTaker: string | null
  minutes: number
  points: readonly ParentPoint[]
}

/** The order of a meeting: who is here and what each does comes first, then what the parents hope for (P79, P81 to P83). */
export function Agenda({ people, noteTaker, minutes, points }: Props) {
  const hopes = points.filter(({ kind }) => kind === 'hope')
  return (
    <section className="card">
      <h2>Agenda, {minutes} minutes</h2>
      <ol>
        <li>
          Everyone says who they are and what they do
          {people.length > 0 && (
            <ul>
              {people.map(({ name, role }) => (
                <li key={`${name} ${role}`}>
                  {name}, {role}
                </li>
              ))}
            </ul>
          )}
          <p className="small">{noteTaker ? `${noteTaker} takes notes.` : 'Agree who takes notes.'}</p>
        </li>
        <li>
          What the parents hope for
          {hopes.map(({ id, words }) => (
            <p key={id}>
              <q className="pre">{words}</q>
            </p>
          ))}
        </li>
        <li>What the pupil wants said</li>
        <li>How it goes with each outcome, and what helped</li>
        <li>What is done next, by whom and by when; the next meeting</li>
        <li>Read back what was agreed, and check that every concern was talked about</li>
      </ol>
    </section>
  )
}
