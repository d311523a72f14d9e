import type { BuiltInIntent } from '../../intents';

/**
 * The usual phrases of Alexa's own intents. They stand in no sample, since the intents bring them along; but the slot that hears an answer
 * may hear them too, and then they are commands.
 */
export const BUILT_IN_PHRASES = {
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me'],
  'AMAZON.StopIntent': ['stop', 'stop it', 'please stop', 'stop please', 'shut up', 'off'],
  'AMAZON.CancelIntent': ['cancel', 'cancel it', 'cancel that', 'never mind', 'nevermind', 'forget it'],
  'AMAZON.FallbackIntent': [],
  'AMAZON.NavigateHomeIntent': ['home', 'go home'],
  'AMAZON.YesIntent': [
    'yes',
    'yes please',
    'yeah',
    'yep',
    'yup',
    'sure',
    'okay',
    'ok',
    'of course',
    'alright',
    'all right',
  ],
  'AMAZON.NoIntent': ['no', 'no thanks', 'no thank you', 'no way'],
  'AMAZON.RepeatIntent': ['repeat', 'repeat that', 'repeat it', 'repeat please', 'please repeat', 'pardon'],
  'AMAZON.StartOverIntent': ['start over', 'start again', 'restart'],
} as const satisfies { readonly [I in BuiltInIntent]: readonly string[] };
