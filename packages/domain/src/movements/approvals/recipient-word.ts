import { place, text } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';
import { restingOnRecipient, shownByEndOf } from './ended-word.ts';

/**
 * The client's specification or instruction that names somebody to be given the information
 * (提供先の指定), clause 16: the person concerned, an employer, another authority.
 */
export const recipientWord = approval({
  name: 'recipient-word',
  title: '委託者の指定した提供先',
  duty: 'third-parties',
  fields: { destination: place('提供先'), recipient: text('提供する相手・範囲', 400) },
  covers: ['destination', 'recipient'],
  shownByEnd: shownByEndOf(restingOnRecipient),
});
