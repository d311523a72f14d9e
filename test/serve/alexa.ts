import { createSign } from 'node:crypto';
import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { pki } from 'node-forge';

/** A certificate with its key, in PEM. */
export interface Signer {
  readonly chain: string;
  readonly key: string;
}

interface Wanted {
  readonly name: string;
  readonly by?: { readonly cert: pki.Certificate; readonly key: pki.rsa.PrivateKey };
  readonly from?: Date;
}

/** A certificate for a host, signed by somebody or by itself. */
export function certificate({ name, by, from = new Date(Date.now() - 60_000) }: Wanted) {
  const keys = pki.rsa.generateKeyPair(2048);
  const cert = pki.createCertificate();
  cert.publicKey = keys.publicKey;
  cert.serialNumber = '01';
  cert.validity.notBefore = from;
  cert.validity.notAfter = new Date(from.getTime() + 3_600_000);
  const subject = [{ name: 'commonName', value: name }];
  cert.setSubject(subject);
  cert.setIssuer(by?.cert.subject.attributes ?? subject);
  cert.setExtensions([
    { name: 'basicConstraints', cA: by === undefined },
    { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
  ]);
  cert.sign(by?.key ?? keys.privateKey);
  return { cert, key: keys.privateKey, pem: pki.certificateToPem(cert), keyPem: pki.privateKeyToPem(keys.privateKey) };
}

/** Somebody who signs as Alexa does, with a chain of their own making. */
export function impostor(wanted: Partial<Wanted> = {}): Signer {
  const root = certificate({ name: 'a root of our own' });
  const leaf = certificate({ name: 'echo-api.amazon.com', by: root, ...wanted });
  return { chain: leaf.pem + root.pem, key: leaf.keyPem };
}

/** Where Alexa keeps its chains. */
export const CHAIN = 'https://s3.amazonaws.com/echo.api/chain.pem';

/** The headers with which Alexa signs a body. */
export const signed = (body: string, { key }: Signer, url = CHAIN) => ({
  SignatureCertChainUrl: url,
  'Signature-256': createSign('RSA-SHA256').update(body, 'utf8').sign(key, 'base64'),
});

/** Leads whatever this process asks of s3.amazonaws.com to a server of our own, which has this chain to give. */
export async function insteadOfS3(chain: () => string): Promise<() => Promise<void>> {
  const host = certificate({ name: 's3.amazonaws.com' });
  const server = https.createServer({ cert: host.pem, key: host.keyPem }, (_, response) => response.end(chain()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const usual = https.globalAgent;
  https.globalAgent = new Detour(port, host.pem);
  return async () => {
    https.globalAgent.destroy();
    https.globalAgent = usual;
    server.close();
    await once(server, 'close');
  };
}

class Detour extends https.Agent {
  readonly #port: number;
  readonly #ca: string;

  constructor(port: number, ca: string) {
    super();
    this.#port = port;
    this.#ca = ca;
  }

  override createConnection(...[options, done]: Parameters<https.Agent['createConnection']>) {
    return super.createConnection({ ...options, host: '127.0.0.1', port: this.#port, ca: this.#ca }, done);
  }
}
