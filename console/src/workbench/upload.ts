import type { UploadView } from '../../generated/migration';
import { api, send } from '../api/client';
import { migrations } from './jobs';

const segment = 4 * 1024 * 1024;

/** Uploads a file in segments; one that is interrupted continues from what the service has. */
export async function upload(file: File, progress: (share: number) => void): Promise<UploadView> {
  const { data: created } = await api.post<UploadView>(`${migrations}/uploads`, { name: file.name, length: file.size });
  let offset = created.offset;
  let failures = 0;
  while (offset < file.size) {
    const end = Math.min(file.size, offset + segment);
    try {
      await send('PATCH', `${migrations}/uploads/${created.id}`, {
        body: file.slice(offset, end),
        contentType: 'application/offset+octet-stream',
        headers: { 'Upload-Offset': String(offset) },
      });
      offset = end;
      failures = 0;
    } catch (error) {
      failures++;
      if (failures > 3) {
        throw error;
      }
      offset = (await api.get<UploadView>(`${migrations}/uploads/${created.id}`)).offset;
    }
    progress(file.size === 0 ? 1 : offset / file.size);
  }
  return created;
}
