import { thumbnailPart } from '../../contract/attachment.ts';
import type { CardPhoto } from '../../contract/person.ts';
import { done, type Result } from '../../contract/problem.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { StationParts } from '../enrolledStation.ts';
import { personUnknown } from './personProblems.ts';
import type { PersonCaller } from './persons.ts';

/** The one picture of somebody that a desk is shown: small, of the card that it is shown anyway, and of nobody else. */
export const readCardPhoto = async ({ context: { ledger }, persons, attachments }: Pick<StationParts, 'context' | 'persons' | 'attachments'>, person: string, caller: PersonCaller): Promise<Result<CardPhoto>> => {
  const card = persons.card(person, caller);
  if (!card.ok) return card;
  const { photo } = card.value;
  const picture = photo === null ? undefined : ledger.state('attachment', subjectOf('attachment', photo));
  if (picture?.thumbnail == null) return personUnknown();
  const bytes = await attachments.read(picture.id, thumbnailPart, { staff: caller.staff, mayOpenRestricted: false });
  return bytes.ok ? done({ type: picture.thumbnail.type, bytes: Buffer.from(bytes.value).toString('base64') }) : bytes;
};
