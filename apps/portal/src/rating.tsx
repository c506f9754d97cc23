import { ButtonLink } from '@officine/ui/button'
import { useRouterState } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useMessages } from './language.tsx'
import { useTown } from './town.ts'

const stars = [5, 4, 3, 2, 1]

/**
 * The rating that the model for municipal sites asks for (C.SI.2.5, C.SE.1.7), with its fixed questions and answers:
 * one to five stars, why, and a few words. It leaves as a message to the office, from the reader's own mail.
 */
export function Rating(props: { readonly subject: 'page' | 'service' }) {
  const { rating: words } = useMessages()
  const { contacts } = useTown()
  const name = useId()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [given, setGiven] = useState<number>()
  const [because, setBecause] = useState<string>()
  const [details, setDetails] = useState('')
  const title = props.subject === 'page' ? words.page : words.service
  const body = [`${title} ${given === undefined ? '' : words.stars(given)}`, because ?? '', details].join(
    '\n',
  )
  return (
    <section className="om-line-top py-5">
      <div className="container">
        <form className="om-rate" data-element="feedback" onSubmit={(event) => event.preventDefault()}>
          <fieldset className="rating-om">
            <legend data-element="feedback-title">{title}</legend>
            <div className="om-stars">
              {stars.map((count) => (
                <div key={count}>
                  <input
                    type="radio"
                    name={name}
                    id={`${name}-${count}`}
                    value={count}
                    checked={given === count}
                    data-element={`feedback-rate-${count}`}
                    onChange={() => {
                      setGiven(count)
                      setBecause(undefined)
                    }}
                  />
                  <label htmlFor={`${name}-${count}`}>
                    <span className="visually-hidden">{words.stars(count)}</span>
                    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                      <path d="M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2l-5.6 3.1 1.2-6.3L3 9.6l6.3-.8z" />
                    </svg>
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
          <Reasons
            element="feedback-rating-positive"
            isShown={given !== undefined && given > 3}
            question={words.positive}
            answers={words.positiveAnswers}
            chosen={because}
            onChoose={setBecause}
          />
          <Reasons
            element="feedback-rating-negative"
            isShown={given !== undefined && given <= 3}
            question={words.negative}
            answers={words.negativeAnswers}
            chosen={because}
            onChoose={setBecause}
          />
          <div hidden={because === undefined} className="mt-4">
            <label className="form-label-om" htmlFor={`${name}-dettagli`}>
              {words.details}
            </label>
            <p className="small text-secondary mb-2" id={`${name}-aiuto`}>
              {words.detailsHint}
            </p>
            <input
              type="text"
              className="form-control om-details"
              id={`${name}-dettagli`}
              aria-describedby={`${name}-aiuto`}
              data-element="feedback-input-text"
              maxLength={200}
              value={details}
              onChange={(event) => setDetails(event.target.value)}
            />
            {contacts.email && (
              <>
                <p className="mt-4 mb-2">
                  <ButtonLink
                    href={`mailto:${contacts.email}?subject=${encodeURIComponent(words.subject(path))}&body=${encodeURIComponent(body)}`}
                  >
                    {words.send}
                  </ButtonLink>
                </p>
                <p className="small text-secondary mb-0">{words.sendNote}</p>
              </>
            )}
          </div>
        </form>
      </div>
    </section>
  )
}

function Reasons(props: {
  readonly element: string
  readonly isShown: boolean
  readonly question: string
  readonly answers: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (answer: string) => void
}) {
  const name = useId()
  return (
    <fieldset className="mt-4" data-element={props.element} hidden={!props.isShown}>
      <legend data-element="feedback-rating-question">{props.question}</legend>
      {props.answers.map((answer, index) => (
        <div className="form-check om-answer" key={answer}>
          <input
            type="radio"
            name={name}
            id={`${name}-${index}`}
            checked={props.chosen === answer}
            onChange={() => props.onChoose(answer)}
          />
          <label htmlFor={`${name}-${index}`} data-element="feedback-rating-answer">
            {answer}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
