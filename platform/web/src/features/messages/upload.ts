import { messagesApi } from '../../api/messages';

const uploaded = new WeakMap<File, Promise<string>>();

/** Uploads files and gives their ids; one that was uploaded already is not sent again. */
export function uploadFiles(files: readonly File[]): Promise<readonly string[]> {
  return Promise.all(files.map(uploadOnce));
}

function uploadOnce(file: File): Promise<string> {
  const known = uploaded.get(file);
  if (known) return known;
  const started = messagesApi.upload(file).then(({ id }) => id);
  uploaded.set(file, started);
  started.catch(() => uploaded.delete(file));
  return started;
}
