/** The least that can answer: no SDK, no database. */
export const handler = async () => ({
  version: '1.0',
  response: { outputSpeech: { type: 'SSML', ssml: '<speak>Hello.</speak>' }, shouldEndSession: true },
});
