import { openEmbedded } from '../../simulator/store/embedded';
import { load } from '../../tools/load/run';

jest.setTimeout(120_000);

test('learners who practise at once, some on two devices, have each answer kept once and hear nothing of each other', async () => {
  const engine = await openEmbedded();
  try {
    const wanted = { learners: 10, sessions: 3, inFlight: 8, twoDevices: 2 };
    const { graded, problems } = await load(wanted, engine.env);
    expect(problems).toEqual([]);
    // Ten learners, half of them on two devices, with three sessions of two questions at the least.
    expect(graded).toBeGreaterThan(15 * 3 * 2);
  } finally {
    await engine.close();
  }
});
