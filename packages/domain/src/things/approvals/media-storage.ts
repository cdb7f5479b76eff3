import { someOf, text } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';

/**
 * Permission to store on recording media (記録媒体への保存の許可), clause 20(16): the hard disk of any
 * equipment counts, so a server, its backups and its standby are named too.
 */
export const mediaStorageApproval = approval({
  name: 'media-storage-approval',
  title: '記録媒体への保存の許可',
  duty: 'media-storage-permission',
  fields: {
    media: someOf('保存できる記録媒体・機器', 'thing', 'system'),
    contents: text('保存できる情報', 400),
  },
  covers: ['media', 'contents'],
});
