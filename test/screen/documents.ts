import { z } from 'zod';
import type { Picture } from '../../tools/screens/gallery';

const Button = z.object({ type: z.literal('B'), t: z.string(), a: z.string() });
const Pages = z.looseObject({ d: z.looseObject({ pages: z.array(z.looseObject({ s: z.string() })).optional() }) });

/** The buttons of a document, wherever they stand in it. */
export const buttonsIn = ({ document }: Picture): readonly { readonly label: string; readonly says: string }[] =>
  parts(document).flatMap((part) => {
    const button = Button.safeParse(part).data;
    return button ? [{ label: button.t, says: button.a }] : [];
  });

/** The short addresses of the pages that a document shows. */
export const pagesIn = ({ datasources }: Picture): readonly string[] =>
  Pages.parse(datasources).d.pages?.map(({ s }) => s) ?? [];

const parts = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];
