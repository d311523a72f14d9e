/** The element with an id, of the kind that it is meant to be. Throws when the page has none: the page and its script belong together. */
export function the<E extends Element>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} called ${id}.`);
}

/** A new element with a class and text. Text is never read as HTML. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Calls `chosen` with the value of the radio button that is chosen in a group. */
export function onChoice(group: string, chosen: (value: string) => void): void {
  the(group, HTMLFieldSetElement).addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) chosen(target.value);
  });
}
