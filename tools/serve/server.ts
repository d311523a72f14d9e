import { type Skill, SkillBuilders } from 'ask-sdk-core';
import { ExpressAdapter } from 'ask-sdk-express-adapter';
import express, { type Express } from 'express';

/** A handler as it was built for Lambda. */
export type Handler = (event: unknown) => ReturnType<Skill['invoke']>;

export interface ServerOptions {
  /** False lets anybody pretend to be Alexa: for trying out, on a machine of one's own. */
  readonly checked: boolean;
  /** Folders whose files are served, each as `/name`. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * The built skill behind HTTP: `POST /` takes Alexa's requests, `GET /health` says that it runs.
 *
 * Amazon's own adapter checks each request as certification demands of a web service: it is signed by Alexa, with a certificate for
 * echo-api.amazon.com that leads to a trusted root, and no older than 150 seconds (an hour for an event of the skill).
 */
export function skillServer(handler: Handler, { checked, files = {} }: ServerOptions): Express {
  const app = express().disable('x-powered-by');
  app.get('/health', (_, response) => {
    response.type('text/plain').send('ok');
  });
  for (const [name, folder] of Object.entries(files))
    app.use(`/${name}`, express.static(folder, { index: false, maxAge: '1d' }));
  const adapter = new ExpressAdapter(asSkill(handler), checked, checked);
  app.post('/', adapter.getRequestHandlers());
  return app;
}

/** The adapter wants a skill of the SDK. The handler is one already, with everything around it that runs in Lambda: it takes over. */
function asSkill(handler: Handler): Skill {
  const skill = SkillBuilders.custom().create();
  skill.invoke = (envelope) => handler(envelope);
  return skill;
}
