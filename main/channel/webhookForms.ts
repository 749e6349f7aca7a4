import type { OutgoingMessage } from '../core/channel/message.ts';
import { capMediaType, createCap } from './cap.ts';
import type { ChannelOf } from './driver.ts';
import { messageDocument } from './document.ts';
import { cut, markedSubject, markedText, oneLine, shortLine } from './wording.ts';

/** One request to make: `to` tells those of one message apart. */
export interface Form {
  readonly to: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type WebhookSettings = ChannelOf<'webhook'>['settings'];

/** The requests that carry one message: one, but for text messages one a number. */
export const formsOf = (settings: WebhookSettings, message: OutgoingMessage): readonly Form[] => {
  const one = (body: string, contentType: string, headers: Readonly<Record<string, string>> = {}): readonly Form[] => [{ to: settings.url, body, headers: { 'content-type': contentType, ...headers } }];
  const json = (body: object): readonly Form[] => one(JSON.stringify(body), 'application/json');
  switch (settings.template) {
    case 'json':
      return json(messageDocument(message));
    case 'cap':
      return one(createCap(message, [new URL(settings.url).host]), `${capMediaType}; charset=utf-8`);
    case 'teams':
      return json(teamsCard(message));
    case 'slack':
      return json(slackMessage(message));
    case 'ntfy':
      return one(markedText(message), 'text/plain; charset=utf-8', { title: encodedWord(oneLine(markedSubject(message))), priority: String(priorityOf(message)), tags: tagOf(message) });
    case 'sms-form':
      return settings.to.map((to) => ({
        to,
        body: new URLSearchParams({ From: settings.from, To: to, Body: shortLine(message) }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }));
  }
};

/** An Adaptive Card, as the incoming webhooks of Teams (Workflows) take it. */
const teamsCard = (message: OutgoingMessage): object => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: escapeMarkdown(markedSubject(message)), weight: 'Bolder', size: 'Large', wrap: true, color: priorityOf(message) === 5 ? 'Attention' : 'Default' },
          { type: 'TextBlock', text: escapeMarkdown(markedText(message)), wrap: true },
          { type: 'FactSet', facts: [fact('Site', message.site), fact('Place', message.place), fact('Station', message.station)] },
        ],
      },
    },
  ],
});

const fact = (title: string, value: string): object => ({ title, value: escapeMarkdown(value) });

/** Cards read Markdown: a name with a bracket in it shall make no link. */
const escapeMarkdown = (text: string): string => text.replaceAll(/[\\`*_[\]()#<>~|]/g, '\\$&').replaceAll('\n', '\n\n');

const slackMessage = (message: OutgoingMessage): object => ({
  text: escapeSlack(markedSubject(message)),
  blocks: [
    { type: 'header', text: { type: 'plain_text', text: cut(oneLine(markedSubject(message)), 150) } },
    { type: 'section', text: { type: 'plain_text', text: cut(markedText(message), 3000) || '-' } },
  ],
});

/** Slack reads `<…>` as a link and `&` as an entity. */
const escapeSlack = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** ntfy's: 5 wakes a sleeper, 4 makes a noise, 3 is ordinary. */
const priorityOf = ({ kind, alarm, occasion, level }: OutgoingMessage): 3 | 4 | 5 => {
  if (kind !== 'real' || alarm === null || occasion === 'closed') return 3;
  return level === 'emergency' ? 5 : 4;
};

const tagOf = ({ kind, alarm, occasion }: OutgoingMessage): string => {
  if (kind !== 'real') return kind === 'drill' ? 'loudspeaker,drill' : 'loudspeaker,test';
  if (alarm === null) return occasion === 'fault-ended' ? 'white_check_mark' : 'warning';
  return occasion === 'closed' ? 'white_check_mark' : 'rotating_light';
};

/** A header is ASCII; other letters go as an encoded word (RFC 2047), which ntfy reads. */
const encodedWord = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`);
