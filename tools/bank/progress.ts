/** Told again and again how far a long piece of work is. */
export type Progress = (done: number, of: number) => void;

/** For work that nobody watches. */
export const unseen: Progress = () => {};

const WIDTH = 30;

/** A bar on the last line of a terminal, gone when all is done; elsewhere, nothing is written. */
export function progressBar(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  if (stream.isTTY !== true) return unseen;
  let shown = '';
  return (done, of) => {
    const line = done >= of ? '' : barOf(done, of);
    if (line === shown) return;
    shown = line;
    stream.write(`\r\u001b[K${line}`);
  };
}

function barOf(done: number, of: number): string {
  const full = Math.floor((done / of) * WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor((done / of) * 100)} %`;
}
