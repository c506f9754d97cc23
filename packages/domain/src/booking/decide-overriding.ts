import { decideTogether } from './decide-together.ts'
import type { TogetherDecision, TogetherFacts } from './decide-together.ts'
import { isTownRule } from './town-rule.ts'

/**
 * Decides with the town's own rules set aside, one after the other and only those that stand in the way: `facts.setAside`
 * tells which. The places, the reserves and who may use them are decided as for anybody.
 */
export function decideOverriding(
  asked: TogetherFacts,
  now: Date,
): { readonly facts: TogetherFacts; readonly decision: TogetherDecision } {
  const setAside = [...(asked.setAside ?? [])]
  for (;;) {
    const facts = { ...asked, setAside: [...setAside] }
    const decision = decideTogether(facts, now)
    if (decision.booked) return { facts, decision }
    const { reason } = decision.refusal
    if (!isTownRule(reason) || setAside.includes(reason)) return { facts, decision }
    setAside.push(reason)
  }
}
