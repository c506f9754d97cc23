import { Link } from '@officine/ui/link'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import type { Pool } from './pool.ts'

/** What can be booked in this town, when it is more than one thing. */
export function PoolField(props: { readonly pools: readonly Pool[]; readonly pool: Pool }) {
  const { seats } = useMessages()
  if (props.pools.length < 2) return null
  return (
    <nav className="mb-5" aria-label={seats.pool}>
      <ul className="om-pools">
        {props.pools.map((pool) => (
          <li key={pool.poolId}>
            <Link
              className="om-pool"
              href={paths.seats({ pool: pool.poolId })}
              aria-current={pool.poolId === props.pool.poolId ? 'page' : undefined}
            >
              <strong>{pool.name}</strong>
              <span className="small">{pool.description}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
