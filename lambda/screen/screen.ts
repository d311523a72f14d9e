import type { Bank } from '../bank/types';
import type { Reply } from '../coach/draft';
import { bound, type Json, type Part, plain } from './apl';
import { type Body, pageData, pagesBody, rowData, rowsBody, textBody } from './bodies';
import { type Box, bodyOf, button, framed, STYLES } from './frame';
import { type Room, roomOn, type Viewport } from './room';
import { viewOf } from './show';
import type { View } from './view';

/** A document of Alexa's Presentation Language with the data that it shows. */
export interface Screen {
  readonly document: Part;
  readonly datasources: Part;
}

/** What a device with a screen shows beside a reply; nothing where it may go on showing what it does. */
export function screenOf(reply: Reply, bank: Bank, viewport: Viewport): Screen | undefined {
  const view = viewOf(reply, bank);
  return view && drawn(view, roomOn(viewport));
}

/** A view, drawn for the room that there is. */
export function drawn(view: View, room: Room): Screen {
  const { item, graphics, onMount } = inBox(room, bodyOf(room, view), view);
  return {
    document: {
      type: 'APL',
      version: '1.4',
      theme: 'dark',
      styles: STYLES,
      layouts: { B: button(room) },
      ...(graphics && { graphics }),
      ...(onMount && { onMount }),
      mainTemplate: {
        parameters: ['payload'],
        items: [{ ...framed(room, view, item), bind: [{ name: 'd', value: bound('payload.d') }] }],
      },
    },
    datasources: { d: { head: plain(view.head), place: plain(view.place), ...dataOf(view) } },
  };
}

function inBox(room: Room, box: Box, view: View): Body {
  switch (view.view) {
    case 'text':
      return textBody(room, box, view);
    case 'rows':
      return rowsBody(room, box, view);
    case 'pages':
      return pagesBody(room, box, view);
  }
}

function dataOf(view: View): { readonly [key: string]: Json } {
  switch (view.view) {
    case 'text':
      return {
        text: plain(view.text),
        ...(view.lead !== undefined && { lead: plain(view.lead) }),
        ...(view.aside !== undefined && { aside: plain(view.aside) }),
      };
    case 'rows':
      return { rows: rowData(view.rows, plain) };
    case 'pages':
      return { pages: pageData(view.pages, plain) };
  }
}
