import { Card } from '@/components/look/card'

/** Who the SENCO is: a school must have named one (6.2; P128). */
export function SencoCard({ sencos }: { sencos: readonly string[] }) {
  return (
    <Card heading="SENCO">
      <p>
        {sencos.length > 0
          ? sencos.join(', ')
          : 'Nobody is named as SENCO today. A school must name a teacher.'}
      </p>
    </Card>
  )
}
