import type { Directive, Reply } from './response';

/** Alexa's own dialog for permissions, of the version that comes back to the session. */
export const CONSENT_URI = 'connection://AMAZON.AskForPermissionsConsent/2';

/** The directive by which the skill hands over to one of Alexa's own dialogs, if the reply has one. */
export const handsOver = ({ directives }: Pick<Reply, 'directives'>): Directive | undefined =>
  directives.find(({ type }) => type.startsWith('Connections.'));

/** What becomes of the question for a permission, in Alexa's words. */
export type Consent = 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED';

/** What Alexa asks. */
export const CONSENT_QUESTION =
  'Do you give Interview Rehearsal permission to update your reminders? You can say I approve or no.';

const APPROVES = /^(i approve|approve|approved|yes( (please|i do|i approve))?|yeah|yep|sure|okay|i do)$/;
const REFUSES = /^(no( (thanks|thank you|i do not))?|nope|i do not( approve)?|never|cancel|stop)$/;

/** How a sentence answers the question; nothing when it is about something else. `keys` are its words. */
export function consentOf(keys: readonly string[]): Consent | undefined {
  const said = keys.join(' ');
  if (APPROVES.test(said)) return 'ACCEPTED';
  return REFUSES.test(said) ? 'DENIED' : undefined;
}

/** What is said for an answer that was decided before. */
export const ANSWERS: Readonly<Record<Consent, string>> = {
  ACCEPTED: 'I approve',
  DENIED: 'no',
  NOT_ANSWERED: '(silence)',
};
