import { keys } from './words';

/** What people say for Alexa's built-in intents. A model's own samples for a built-in come on top of these. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.YesIntent': [
    'yes',
    'yes please',
    'yes i would',
    'yes let us',
    'yeah',
    'yeah sure',
    'yep',
    'yup',
    'sure',
    'sure thing',
    'okay',
    'of course',
    'absolutely',
    'definitely',
    'certainly',
    'sounds good',
    'alright',
    'all right',
    'please do',
    'correct',
    'affirmative',
    'i would like that',
    'i would love to',
    'why not',
  ],
  'AMAZON.NoIntent': ['no', 'no thanks', 'no thank you', 'nope', 'nah', 'no way', 'not now', 'no i would not'],
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me', 'i need help', 'what can i say', 'what can i do'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up', 'stop it', 'please stop', 'stop please', 'stop now'],
  'AMAZON.CancelIntent': ['cancel', 'cancel that', 'cancel it', 'never mind', 'nevermind', 'forget it'],
  'AMAZON.RepeatIntent': [
    'repeat',
    'repeat that',
    'repeat it',
    'repeat please',
    'please repeat',
    'say that again',
    'say it again',
    'can you repeat that',
    'could you repeat that',
    'can you say that again',
    'could you say that again',
    'what did you say',
    'pardon',
  ],
  'AMAZON.NavigateHomeIntent': ['go home', 'home', 'navigate home', 'go to the home screen', 'home screen'],
  'AMAZON.NextIntent': ['next', 'skip', 'skip forward', 'go to next', 'go forward'],
  'AMAZON.PreviousIntent': ['previous', 'go back', 'back', 'skip back', 'back up'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again', 'begin again'],
  'AMAZON.PauseIntent': ['pause', 'pause that'],
  'AMAZON.ResumeIntent': ['resume', 'continue', 'keep going', 'carry on'],
  'AMAZON.MoreIntent': ['more', 'show more', 'tell me more'],
  'AMAZON.SelectIntent': ['select', 'select it', 'select that'],
};

const INTENT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(PHRASES).flatMap(([intent, phrases]) => phrases.map((phrase) => [keys(phrase).join(' '), intent])),
);

/** The built-in intent whose usual phrase a sentence is, word for word; only an intent that the model declares can be one. */
export function builtInOf(sentence: readonly string[], declared: ReadonlyMap<string, unknown>): string | undefined {
  const intent = INTENT_OF.get(sentence.join(' '));
  return intent !== undefined && declared.has(intent) ? intent : undefined;
}

/** "exit" and "quit" end a session at once: they are Alexa's own words and reach no intent. */
export function isExit(sentence: readonly string[]): boolean {
  return ['exit', 'quit', 'exit skill', 'quit skill'].includes(sentence.join(' '));
}
