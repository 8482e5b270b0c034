import { Card } from '@/components/look/card'

/** Asks a parent to choose a time, on the family's page. */
export function ChooseTimeCard({ path, givenName }: { path: string | null; givenName: string }) {
  if (path === null) return null
  return (
    <Card heading="Choose a time to meet" now>
      <p>The school would like to meet you about {givenName}.</p>
      <p>
        <a className="act" href={path}>
          See the times and choose one
        </a>
      </p>
    </Card>
  )
}
