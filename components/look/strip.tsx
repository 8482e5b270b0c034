import { Icon, type Tone } from './icon'

export type Figure = { href: string; figure: string | number; says: string; tone?: Tone }

/** At most four figures, each a link that shows what is behind it. The top of the register and of oversight only. */
export function Strip({ label, figures }: { label: string; figures: readonly Figure[] }) {
  return (
    <ul className="strip" aria-label={label}>
      {figures.map(({ href, figure, says, tone }) => (
        <li className={tone} key={says}>
          <a href={href}>
            <b>
              {tone && <Icon name={tone} />}
              {figure}
            </b>{' '}
            {says}
          </a>
        </li>
      ))}
    </ul>
  )
}
