import type { Kind, Level } from '../../lambda/bank/types';

/** What is known of a new question before it is written. */
export interface NewQuestion {
  readonly id: string;
  readonly level: Level;
  readonly kind: Kind;
  /** This month, `YYYY-MM`. */
  readonly month: string;
}

/**
 * A question to be filled in, as it stands in a topic's file. Everything in pointed brackets is to be replaced; the check reports what is
 * left of it, since such brackets can neither be spoken nor heard.
 */
export const templateOf = ({ id, level, kind, month }: NewQuestion): string => `  - id: ${id}
    level: ${level}
    kind: ${kind}
    jurisdiction: general     # general · us · us-federal · us-ca · uk · eu · international
    asOf: ${month}
    # setup: <one or two short sentences, 35 words at most>    # optional: take "# " away
    ask: <one ask with one question mark, 4 to 22 words; begin with what, how, why, which or who>
    why: <the interviewer's reason in one or two sentences>
    hint: <what to think about, without giving a key point away>
    keyPoints:                # 3 to 7, at least one of them a must
      - id: <a-short-name>
        say: <follows "You covered …", "I did not hear …" and "Did you mention …?">
        weight: must          # must 3 · should 2 · bonus 1
        slots:                # every slot has to be heard, in any of its ways: five to ten words that people say
          - [<what is done>, <the same in another word>]
          - [<to what>, <the same in another word>]
        # heardAs:            # optional: what recognition makes of a rare term ("npm run bank -- hear-as ${id}")
        #   <rare term>: [<misheard>]
        # polarity: affirmed  # optional: affirmed breaks on a "not" close by, negated needs one
        examples:             # 2 to 5, in lower case, as people say it
          - <a full phrasing that fills every slot>
          - <another one>
        # facts: [F1]         # optional: facts of facts.yaml with status V or S
      - id: <a-second-name>
        say: <a second point>
        weight: should
        slots:
          - [<one word>, <another word>]
        examples:
          - <a full phrasing>
          - <another one>
      - id: <a-third-name>
        say: <a third point>
        weight: should
        slots:
          - [<one word>, <another word>]
        examples:
          - <a full phrasing>
          - <another one>
    # redFlags:               # optional: answers that cap the rating; misconceptions has the same form and caps nothing
    #   - id: <a-short-name>
    #     say: <what one should not say>
    #     slots: [[<one word>], [<another word>]]
    #     examples: [<a full phrasing>]
    #     correction: <what the coach says to put it right>
    sampleShort: >-           # 60 to 85 words, first person, 25 to 35 seconds; covers every must
      <the short answer>
    sampleLong: >-            # 125 to 190 words, 50 to 75 seconds; covers every must
      <the long answer>
    followUps:                # one or two probes an interviewer would ask next
      - <a follow-up question>
    links: []                 # ids of links.yaml, the best first
`;
