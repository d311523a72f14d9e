import { answer, type Conversation, intent, launch } from '../bundle/bundle';

type Request = Parameters<Conversation['say']>[0];

const PRACTICE = intent('PracticeIntent', { count: { value: '2' } });
const DISPOSITION = 'i would check the retention schedule and then ask my supervisor';

/** A way into every stage of a conversation, as Alexa sends it. */
export const STAGES: Readonly<Record<string, readonly Request[]>> = {
  lobby: [launch],
  asking: [launch, intent('AskQuestionIntent')],
  collecting: [launch, intent('AskQuestionIntent'), answer(DISPOSITION)],
  reviewing: [launch, intent('AskQuestionIntent'), answer(DISPOSITION), intent('ThatsAllIntent')],
  checking: [launch, intent('AskQuestionIntent'), intent('CheckMyselfIntent')],
  'a practice session': [launch, PRACTICE],
  'a mock interview': [launch, intent('InterviewIntent', { minutes: { value: '10' } })],
  confirming: [launch, intent('AskQuestionIntent'), PRACTICE],
};

/** What may be said everywhere. */
export const ANYWHERE: Readonly<Record<string, Request>> = {
  help: intent('AMAZON.HelpIntent'),
  stop: intent('AMAZON.StopIntent'),
  cancel: intent('AMAZON.CancelIntent'),
  home: intent('AMAZON.NavigateHomeIntent'),
  yes: intent('AMAZON.YesIntent'),
  no: intent('AMAZON.NoIntent'),
  repeat: intent('AMAZON.RepeatIntent'),
  fallback: intent('AMAZON.FallbackIntent'),
  'an intent that nobody knows': intent('PlayMusicIntent'),
};

/** What is asked for around one question, so that all of its texts are spoken and shown. */
export const ABOUT_A_QUESTION: readonly Request[] = [
  ...['HintIntent', 'WhyIntent', 'ExplainTermIntent', 'AMAZON.RepeatIntent', 'AMAZON.HelpIntent'].map((name) =>
    intent(name),
  ),
  answer(DISPOSITION),
  ...[
    'ThatsAllIntent',
    'SampleAnswerIntent',
    'LongAnswerIntent',
    'KeyPointsIntent',
    'SendLinkIntent',
    'FollowUpIntent',
  ].map((name) => intent(name)),
];
