import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Goes to one of our addresses, written whole as `paths` writes them. */
export function useGo(): (href: string, how?: 'push' | 'replace') => void {
  const { history } = useRouter()
  return useCallback(
    (href, how = 'push') => (how === 'push' ? history.push(href) : history.replace(href)),
    [history],
  )
}
