import type { v1 } from 'ask-smapi-model';
import { LOCALE_FILES, LOCALES, speller } from './locales';
import type { NamedField } from './vocabulary';

type Envelope = v1.skill.Manifest.SkillManifestEnvelope;

/**
 * What only the publisher knows. Fill in the function's ARN, which the deployed stack prints, and the two pages before the skill is submitted
 * for certification; the values here are placeholders that lead nowhere.
 */
export const PUBLISHER = {
  endpoint: 'arn:aws:lambda:us-east-1:000000000000:function:interview-rehearsal',
  privacyPolicy: 'https://interview-rehearsal.example/privacy',
  termsOfUse: 'https://interview-rehearsal.example/terms',
} as const;

/** Icons in the skill package, by their width and height in pixels. */
export const ICONS = {
  small: { name: 'icon-108.png', size: 108 },
  large: { name: 'icon-512.png', size: 512 },
} as const;

/** The skill manifest: what the store shows, what certification asks, and where requests go. */
export function skillManifest(fields: readonly NamedField[]): Envelope {
  return {
    manifest: {
      manifestVersion: '1.0',
      publishingInformation: {
        locales: perLocale((spell) => storeTexts(fields, spell)),
        category: 'EDUCATION_AND_REFERENCE',
        isAvailableWorldwide: true,
        distributionCountries: [],
        distributionMode: 'PUBLIC',
        testingInstructions: TESTING,
      },
      privacyAndCompliance: {
        allowsPurchases: false,
        usesPersonalInfo: false,
        usesHealthInfo: false,
        isChildDirected: false,
        isExportCompliant: true,
        containsAds: false,
        locales: perLocale(() => ({
          privacyPolicyUrl: PUBLISHER.privacyPolicy,
          termsOfUseUrl: PUBLISHER.termsOfUse,
        })),
      },
      // Progress is deleted when the skill is disabled.
      events: {
        endpoint: { uri: PUBLISHER.endpoint },
        subscriptions: [
          { eventName: 'SKILL_ENABLED' },
          { eventName: 'SKILL_DISABLED' },
          { eventName: 'SKILL_PERMISSION_ACCEPTED' },
          { eventName: 'SKILL_PERMISSION_CHANGED' },
        ],
      },
      // For the daily reminder alone: it is asked for when somebody wishes for one.
      permissions: [{ name: 'alexa::alerts:reminders:skill:readwrite' }],
      apis: { custom: { endpoint: { uri: PUBLISHER.endpoint }, interfaces: [{ type: 'ALEXA_PRESENTATION_APL' }] } },
    },
  };
}

function storeTexts(
  fields: readonly NamedField[],
  spell: (text: string) => string,
): v1.skill.Manifest.SkillManifestLocalizedPublishingInformation {
  return {
    name: 'Interview Rehearsal',
    summary: spell(
      'Rehearse for your job interview out loud. Answer in your own words, and hear what would make it stronger.',
    ),
    description: spell(description(fields)),
    updatesDescription:
      'First edition: questions one at a time, practice sessions and mock interviews, with feedback on your answers, and a daily reminder.',
    examplePhrases: [...EXAMPLE_PHRASES],
    keywords: KEYWORDS.map(spell),
    smallIconUri: `file://assets/images/${ICONS.small.name}`,
    largeIconUri: `file://assets/images/${ICONS.large.name}`,
  };
}

/** Each works as it stands: the first opens the skill, the others ask for something at once. */
const EXAMPLE_PHRASES = [
  'Alexa, open interview rehearsal',
  'Alexa, ask interview rehearsal for a question',
  'Alexa, ask interview rehearsal for a retention schedule question',
] as const;

const KEYWORDS = [
  'job interview',
  'interview practice',
  'interview questions',
  'interview coach',
  'interview preparation',
  'speaking practice',
  'behavioral interview',
  'career',
  'job search',
  'records management',
  'records technician',
  'retention schedule',
] as const;

/** What the store says. It promises what the skill does today. */
const description = (
  fields: readonly NamedField[],
): string => `Interview Rehearsal helps you to practice for a job interview by speaking. The skill asks an interview question and listens while you answer in your own words. Then it tells you which key points it heard, and which one or two would make your answer stronger.

The questions are for ${listed(fields.map(({ plural }) => plural))}. You can choose a topic, a level from entry to senior, and a kind of question, such as situational or behavioral.

To begin, say: Alexa, open interview rehearsal. To get a question at once, say: Alexa, ask interview rehearsal for a question.

For more than one question, say:
- Start a practice session.
- Five questions on privacy.
- Practice my weak topics.
- Start a ten minute mock interview.

In a practice session, feedback comes after each answer. In a mock interview, it comes at the end. A session that was cut off waits for you.

While a question is on the table, you can say:
- Give me a hint.
- Why do they ask that?
- What does that mean?
- Give me a moment.
- Let me rehearse out loud.
- Repeat the question.
- Skip.

Take your time with an answer. When you pause, the skill may ask you to go on. When you are done, say: That's all.

After the feedback, you can say:
- What's a good answer?
- What should I have said?
- Ask me a follow up.
- I did say that.
- Try again.
- That was hard.
- Send me the link.
- Next question.

The link goes to your Alexa app as a card. If the skill can't make out your words, you can check yourself against the key points instead.

To practice every day, say: Remind me every day at seven. The skill reads the time back and asks you before it sets a reminder, and Alexa asks for your permission the first time. Say "When do you remind me?" to hear the time, and "Stop reminding me" to end it.

The skill remembers which points you covered, so that a question comes back when it is due, and a question that you left open waits for you. The words of your answers are not kept. Ask how you are doing to hear which topics are strong and which need work. Say delete my data to have everything deleted at once; when you disable the skill, it is deleted, too.

This is practice, not legal advice.`;

/** The first few, and how many more there are. */
function listed(names: readonly string[]): string {
  const [first, more] = [names.slice(0, 3), names.length - 3];
  if (more > 0) return `${first.join(', ')} and ${more} more jobs`;
  return first.length > 1 ? `${first.slice(0, -1).join(', ')} and ${first.at(-1)}` : first.join('');
}

/** What a reviewer can do, step by step. */
const TESTING = `No account and no device with a screen are needed. The skill keeps its microphone open whenever it asks something, and closes it with a goodbye.

1. Say "Alexa, open interview rehearsal". The skill says what it does and offers a question or a practice session. Say "one question".
2. Answer in your own words, for instance "I would check the retention schedule and look for a legal hold". The skill says which points it heard. If it asks you to keep going, add something or say "that's all".
3. After the feedback, try "what's a good answer", "try again", "ask me a follow up", "send me the link" (a card in the Alexa app) and "next question".
4. Say "start a five question practice session" or "start a five minute mock interview". Say "stop" in the middle and open the skill again: it offers to go on.
5. With a question on the table, try "give me a hint", "why do they ask that", "what does that mean", "repeat", "help", "give me a moment", "let me rehearse out loud" and "skip". Each keeps you in the conversation.
6. Say "what topics are there", or "Alexa, ask interview rehearsal for a retention schedule question".
7. Say "stop" at any time. Open the skill again: it offers to go on with the question that you left open.
8. Ask "how am I doing": three short sentences, and a card with every topic in the Alexa app.
9. Reminders: say "remind me every day at seven". The skill asks for morning or evening, reads time and recurrence back, and sets nothing before your "yes". The first time, Alexa asks for the permission; if you refuse, the skill goes on and sends a permission card. With a question on the table, the question is asked again afterwards. Then try "when do you remind me", "change my reminder to noon" and "stop reminding me".
10. Say "delete my data". The skill says whose data it is and asks for a yes; then everything is deleted and the session ends. Disabling the skill deletes it, too.`;

const perLocale = <T>(make: (spell: (text: string) => string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, make(speller(LOCALE_FILES[locale].spelling))]));
