import { type Bench, benchOn, type Engine } from './engine';
import { copesWithForeignItems } from './foreign';
import { forgets } from './forgetting';
import { keepsWhatItIsGiven } from './keeping';
import { behavesLikeAPlainValue } from './model';
import { keepsOnce } from './writers';

/** What a store of progress has to do, whatever engine it is on. */
export function storeContract(name: string, open: () => Promise<Engine>): void {
  describe(`The progress store on ${name}`, () => {
    let engine: Engine;
    let bench: Bench;
    beforeAll(async () => {
      engine = await open();
      bench = await benchOn(engine);
    });
    afterAll(() => bench.close());

    describe('keeps what it is given:', () => keepsWhatItIsGiven(() => bench));
    describe('keeps it once:', () =>
      keepsOnce(
        () => bench,
        () => engine,
      ));
    describe('forgets:', () => forgets(() => bench));
    describe('copes with foreign items:', () => copesWithForeignItems(() => bench));
    describe('behaves like a plain value:', () => behavesLikeAPlainValue(() => bench));
  });
}
