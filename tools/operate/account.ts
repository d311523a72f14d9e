import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { z } from 'zod';
import type { Settings } from '../../infra/settings';
import type { Finding } from './finding';

/** Regions of Amazon's own samples; Alexa calls functions in a few regions only. */
const ALEXA_REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1'];

const BOOTSTRAP_VERSION = '/cdk-bootstrap/hnb659fds/version';
const OLDEST_BOOTSTRAP = 6;

/** What is known of the account before anything is asked of it. */
export interface Access {
  readonly region: string | undefined;
  readonly hasCredentials: boolean;
}

/** Looks for a region and credentials where the AWS tools look for them. */
export async function accessFrom(env: NodeJS.ProcessEnv = process.env): Promise<Access> {
  const { AWS_REGION, AWS_DEFAULT_REGION } = env;
  const given = AWS_REGION ?? AWS_DEFAULT_REGION;
  const client = new SSMClient(given === undefined ? {} : { region: given });
  try {
    const [region, hasCredentials] = await Promise.all([
      client.config.region().catch(() => undefined),
      client.config.credentials().then(
        () => true,
        () => false,
      ),
    ]);
    return { region, hasCredentials };
  } finally {
    client.destroy();
  }
}

export const credentials = ({ hasCredentials }: Access): Finding =>
  hasCredentials
    ? { name: 'AWS credentials', is: 'there', says: 'found' }
    : {
        name: 'AWS credentials',
        is: 'missing',
        says: 'none in the environment, in ~/.aws or from a role.',
        how: 'Open an account on https://aws.amazon.com, then: aws configure sso (or aws configure), and export AWS_PROFILE=…',
      };

export function regionOf({ region }: Access): Finding {
  const name = 'AWS region';
  const how = `export AWS_REGION=… with the one nearest to your listeners of ${ALEXA_REGIONS.join(', ')}`;
  if (region === undefined) return { name, is: 'missing', says: 'none is chosen.', how };
  return ALEXA_REGIONS.includes(region)
    ? { name, is: 'there', says: region }
    : { name, is: 'note', says: `${region} is none of those in which Amazon's samples are called by Alexa.`, how };
}

/** Whether the account was prepared for the CDK, in this region. */
export async function bootstrap({ region, hasCredentials }: Access): Promise<Finding> {
  const name = 'CDK bootstrap';
  const how = 'Once for each account and region: npx cdk bootstrap';
  if (region === undefined || !hasCredentials) return cannotAsk(name, how);
  const client = new SSMClient({ region });
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: BOOTSTRAP_VERSION }));
    const version = Number(Parameter?.Value);
    return version >= OLDEST_BOOTSTRAP
      ? { name, is: 'there', says: `version ${version} in ${region}` }
      : { name, is: 'missing', says: `version ${Parameter?.Value} is too old.`, how };
  } catch (error) {
    return nameOf(error) === 'ParameterNotFound'
      ? { name, is: 'missing', says: `${region} is not prepared.`, how }
      : refused(name, error);
  } finally {
    client.destroy();
  }
}

const SECRET_KEYS = ['clientId', 'clientSecret', 'refreshToken'] as const;
const Secret = z.looseObject({});

/** In whose name the stack makes the skill: the vendor id, and the secret with three values in it. */
export async function publisherOf({ publisher }: Settings, access: Access): Promise<readonly Finding[]> {
  const vendor: Finding =
    publisher === undefined
      ? {
          name: 'vendor id',
          is: 'missing',
          says: 'none is set.',
          how: 'developer.amazon.com shows it among the settings of your account: -c vendorId=…, or for good in cdk.json.',
        }
      : { name: 'vendor id', is: 'there', says: publisher.vendorId };
  return [vendor, await secret(publisher?.secret, access)];
}

async function secret(id: string | undefined, { region, hasCredentials }: Access): Promise<Finding> {
  const name = 'secret of the skill';
  const how = `Keep ${SECRET_KEYS.join(', ')} as JSON in Secrets Manager, as docs/operating.md shows: -c skillSecret=…`;
  if (id === undefined) return { name, is: 'missing', says: 'none is named.', how };
  if (region === undefined || !hasCredentials) return cannotAsk(name, how);
  const client = new SecretsManagerClient({ region });
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
    const lacking = keysLacking(SecretString);
    return lacking.length === 0
      ? { name, is: 'there', says: id }
      : { name, is: 'missing', says: `${id} has no ${lacking.join(', ')}.`, how };
  } catch (error) {
    return nameOf(error) === 'ResourceNotFoundException'
      ? { name, is: 'missing', says: `there is no ${id} in ${region}.`, how }
      : refused(name, error);
  } finally {
    client.destroy();
  }
}

function keysLacking(text: string | undefined): readonly string[] {
  try {
    const kept = Secret.parse(JSON.parse(text ?? ''));
    return SECRET_KEYS.filter((key) => typeof kept[key] !== 'string' || kept[key] === '');
  } catch {
    return SECRET_KEYS;
  }
}

const cannotAsk = (name: string, how: string): Finding => ({
  name,
  is: 'unknown',
  says: 'cannot be asked without credentials and a region.',
  how,
});

/** The account answered with a refusal, or not at all. */
const refused = (name: string, error: unknown): Finding => ({
  name,
  is: 'unknown',
  says: `the account does not tell (${nameOf(error)}).`,
  how: 'Are the credentials still valid, is the network there, and may they read it?',
});

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));
