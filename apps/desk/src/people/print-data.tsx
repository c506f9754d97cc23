import { Button } from '@officine/ui/button'
import { useMutation } from '@tanstack/react-query'
import { createPortal } from 'react-dom'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useTown } from '../town.ts'
import { useTRPC } from '../trpc.ts'
import { type KnownPerson, nameOf } from './known-person.ts'
import { linesOf } from './lines-of.ts'

/** All that the office knows of somebody, on paper: asked for with a reason, shown nowhere but in print. */
export function PrintData(props: { readonly known: KnownPerson }) {
  const { language, messages } = useLanguage()
  const { kept: words, made } = messages
  const town = useTown()
  const trpc = useTRPC()
  const { personId } = props.known
  const ask = useMutation(trpc.desk.exportPerson.mutationOptions())
  if (ask.data === undefined) {
    return (
      <>
        <p>{words.printText}</p>
        {ask.error && <FaultNotice error={ask.error} />}
        <ReasonForm
          label={words.why}
          hint={words.whyHint}
          action={words.printAction}
          workingLabel={ask.isPending ? words.working : undefined}
          onReason={(why) => ask.mutate({ personId, why })}
        />
      </>
    )
  }
  return (
    <>
      <output className="d-block fw-semibold mb-3">{words.printReady}</output>
      <Button onClick={() => window.print()}>{made.print}</Button>
      {/* Outside the dialog, which paper does not show. */}
      {createPortal(
        <div className="om-paper">
          <h1>{words.paperTitle(`${town.portal.officeName}, ${town.name}`)}</h1>
          <p>{nameOf(props.known)}</p>
          <table>
            <tbody>
              {linesOf(ask.data, {
                fields: words.paperFields,
                answers: words.paperAnswers,
                locale: language,
              }).map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>,
        document.getElementById('contenuto') ?? document.body,
      )}
    </>
  )
}
