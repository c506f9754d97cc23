import type { PoolRules, RuleId, TenantRules } from '../rules/tenant-rules.ts'
import type { CompanionRefusal } from './booking-refusal.ts'

/** Something that may come along with a place: a childcare place, a pet place, a laptop. */
export interface CompanionOffer {
  readonly slug: RuleId
  readonly pool: PoolRules
  /** The town lists it as a part that must be had: with the place or not at all, never as an extra. */
  readonly isRequiredOnly: boolean
  /** Places of it in one booking; a childcare place is one child's, so there may be as many as there are children. */
  readonly max: number
}

/** One wanted place of something that comes along. */
export interface WantedCompanion {
  readonly slug: RuleId
  readonly dependantId?: string
  readonly isAddOn: boolean
}

/** What the town's bundles let come along with a place of this pool, in the order the rules are written: required parts first (rule 24). */
export function companionOffers(rules: TenantRules, poolSlug: RuleId): readonly CompanionOffer[] {
  const bundles = Object.values(rules.bundles).filter(({ required }) =>
    required.some(({ pool }) => pool === poolSlug),
  )
  const required = bundles.flatMap((bundle) => bundle.required)
  const extras = bundles.flatMap((bundle) => bundle.addOn)
  const slugs = [...new Set([...required, ...extras].map(({ pool }) => pool))]
  return slugs.flatMap((slug) => {
    const pool = Object.hasOwn(rules.pools, slug) ? rules.pools[slug] : undefined
    if (pool === undefined || slug === poolSlug) return []
    const units = [...required, ...extras].filter((part) => part.pool === slug).map((part) => part.units)
    return [
      {
        slug,
        pool,
        isRequiredOnly: !extras.some((part) => part.pool === slug),
        max: pool.kind === 'care' ? pool.capacity : Math.max(...units),
      },
    ]
  })
}

/** The first fault of what is wanted along, before anybody looks whether it is free. */
export function faultOfCompanions(
  offers: readonly CompanionOffer[],
  wanted: readonly WantedCompanion[],
): CompanionRefusal | undefined {
  for (const [at, { slug, dependantId, isAddOn }] of wanted.entries()) {
    const offer = offers.find((each) => each.slug === slug)
    if (offer === undefined || (isAddOn && offer.isRequiredOnly))
      return { reason: 'component-not-offered', pool: slug }
    const isCare = offer.pool.kind === 'care'
    if (isCare && dependantId === undefined) return { reason: 'child-missing', pool: slug }
    const before = wanted.slice(0, at).filter((other) => other.slug === slug)
    if (isCare && before.some((other) => other.dependantId === dependantId))
      return { reason: 'child-twice', pool: slug }
    if (before.length >= offer.max) return { reason: 'too-many-companions', pool: slug, max: offer.max }
  }
  return undefined
}
