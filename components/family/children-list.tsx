import { PageTitle } from '@/components/look/page-title'
import { Go } from './help-links'

type Props = { all: readonly { id: string; label: string; schoolName: string }[] }

/** The first page of a parent with several children: one way to each. */
export function ChildrenList({ all }: Props) {
  return (
    <>
      <PageTitle>Your children</PageTitle>
      <section className="card">
        {all.map(({ id, label, schoolName }) => (
          <Go key={id} href={`/family/${id}`}>{`${label}, ${schoolName}`}</Go>
        ))}
      </section>
    </>
  )
}
