const YES_NO = ['yes', 'no'];
const ANSWERING = ['hint', "that's all", 'skip', 'stop'];
const OFFER = /\b(?:would you like|you can say|say) ([^?.:]+)[?.]$/i;
const EITHER = /^(?:shall|do|does|did|is|are|was|would|will|can|have|ready|next|another|more)\b/i;

/** A few things to say to what the coach just asked, in its own words where it names them. */
export function offersFor(speech: string): readonly string[] {
  const asked =
    speech
      .trim()
      .split(/(?<=[.?!])\s+/)
      .at(-1) ?? '';
  const named = OFFER.exec(asked)?.[1];
  if (named !== undefined && /\bor\b/.test(named)) return named.split(/,\s*or\s+|,\s*|\s+or\s+/).filter(Boolean);
  return EITHER.test(asked) ? YES_NO : ANSWERING;
}
