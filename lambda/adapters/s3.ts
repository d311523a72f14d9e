import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import { defaultProvider } from './dynamo/environment-credentials';
import type { FetchRange } from './fetched-file';

/** An object in S3. */
export interface S3Object {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  /** Another service that speaks S3's language, by its address; buckets are folders there. */
  readonly endpoint?: string;
}

/** A stretch of an object could not be had from S3. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
}

/** As for the database: what a listener can wait for. */
const ATTEMPTS = 2;
const LIMITS = { connectionTimeout: 400, requestTimeout: 1_000, throwOnRequestTimeout: true };

/**
 * Reads stretches of an object by signed requests, with the credentials in the environment. The parts are those of the DynamoDB client, so
 * that they cost nothing; a client for all of S3 would make the function a third larger. Rejects with `S3Error` after two attempts.
 */
export function s3Ranges(object: S3Object): FetchRange {
  const http = new NodeHttpHandler(LIMITS);
  const signer = new SignatureV4({
    service: 's3',
    region: object.region,
    credentials: defaultProvider(),
    sha256: Sha256,
    uriEscapePath: false,
  });
  const once = async (offset: number, length: number): Promise<Uint8Array> => {
    const signed = await signer.sign(requestFor(object, offset, length));
    const { response } = await http.handle(new HttpRequest(signed));
    const bytes = await bytesOf(response.body);
    if (response.statusCode !== 206) throw new S3Error(`S3 answered ${response.statusCode} for ${object.key}`);
    if (bytes.length !== length) throw new S3Error(`${object.key} has ${bytes.length} of ${length} bytes at ${offset}`);
    return bytes;
  };
  return async (offset, length) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(offset, length);
      } catch (cause) {
        if (attempt < ATTEMPTS) continue;
        throw cause instanceof S3Error ? cause : new S3Error(`${object.key} cannot be read from S3`, { cause });
      }
    }
  };
}

function requestFor({ bucket, key, region, endpoint }: S3Object, offset: number, length: number): HttpRequest {
  const url = endpoint === undefined ? new URL(`https://${bucket}.s3.${region}.amazonaws.com`) : new URL(endpoint);
  const path = `/${key.split('/').map(encodeURIComponent).join('/')}`;
  return new HttpRequest({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port !== '' && { port: Number(url.port) }),
    path: endpoint === undefined ? path : `/${bucket}${path}`,
    query: {},
    headers: { host: url.host, range: `bytes=${offset}-${offset + length - 1}` },
  });
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
