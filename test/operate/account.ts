import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';

/** What an account keeps, as far as an operator's commands ask for it. */
export interface Kept {
  /** The version of the CDK's bootstrap; absent where it was never run. */
  readonly bootstrap?: string;
  /** Secrets by their name. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Every question is refused with this. */
  readonly refusing?: string;
}

const Question = z.object({ Name: z.string().optional(), SecretId: z.string().optional() });

/** A stand-in for the two services of AWS that are asked, on 127.0.0.1. `env` is what leads the SDK there. */
export async function openAccount(kept: Kept) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const question = Question.parse(JSON.parse(Buffer.concat(chunks).toString()));
    const { status, body } = answerTo(String(request.headers['x-amz-target']), question, kept);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  const endpoint = `http://127.0.0.1:${await listening(server)}`;
  return {
    env: {
      AWS_ENDPOINT_URL_SSM: endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint,
      AWS_ACCESS_KEY_ID: 'somebody',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_REGION: 'eu-west-1',
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return address.port;
}

const failed = (name: string) => ({ status: 400, body: { __type: name, message: name } });

function answerTo(target: string, { Name, SecretId }: z.infer<typeof Question>, kept: Kept) {
  if (kept.refusing !== undefined) return failed(kept.refusing);
  if (target === 'AmazonSSM.GetParameter' && Name === '/cdk-bootstrap/hnb659fds/version') {
    const { bootstrap: Value } = kept;
    return Value === undefined ? failed('ParameterNotFound') : { status: 200, body: { Parameter: { Name, Value } } };
  }
  if (target === 'secretsmanager.GetSecretValue' && SecretId !== undefined) {
    const SecretString = kept.secrets?.[SecretId];
    return SecretString === undefined
      ? failed('ResourceNotFoundException')
      : { status: 200, body: { Name: SecretId, SecretString } };
  }
  return failed(`UnknownOperation ${target}`);
}
