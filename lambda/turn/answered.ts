import { NewerSchemaError, StoreUnavailableError } from '../ports/store';

/** What the store answers; nothing when it gives no answer, or holds what only a newer version may touch. */
export async function answered<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof StoreUnavailableError || error instanceof NewerSchemaError) return undefined;
    throw error;
  }
}
