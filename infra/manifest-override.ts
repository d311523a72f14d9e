/**
 * The parts of the built skill manifest that name an endpoint, with this function as the endpoint. Whole parts and not single values,
 * so that it makes no difference whether Alexa replaces a part or mixes into it. Throws when the manifest lacks them.
 */
export function manifestFor(skillJson: string, functionArn: string): Readonly<Record<string, unknown>> {
  const manifest = part(JSON.parse(skillJson), 'manifest');
  const apis = part(manifest, 'apis');
  const endpoint = { uri: functionArn };
  return {
    apis: { ...apis, custom: { ...part(apis, 'custom'), endpoint } },
    events: { ...part(manifest, 'events'), endpoint },
  };
}

function part(of: unknown, name: string): Readonly<Record<string, unknown>> {
  const found = isRecord(of) ? of[name] : undefined;
  if (isRecord(found)) return found;
  throw new Error(`dist/skill-package/skill.json has no "${name}". Run "npm run build" and deploy again.`);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
