import type { Predicate } from '@officine/domain/rules/tenant-rules'

/** The ages that a condition asks for, where it says so plainly: on its own, or as one part of all. */
export function ageBounds(predicate: Predicate): {
  readonly ageAtLeast?: number
  readonly ageBelow?: number
} {
  if ('age' in predicate) {
    const { gte, lt } = predicate.age
    return { ...(gte !== undefined && { ageAtLeast: gte }), ...(lt !== undefined && { ageBelow: lt }) }
  }
  return 'all' in predicate ? Object.assign({}, ...predicate.all.map(ageBounds)) : {}
}
