import { idParams } from '@officina/shared/service/api';
import {
  directoryQuery,
  newUser,
  userChange,
  userQuery,
} from '../../backend/services/user-service/src/schema';
import { changeUser, removeUser, switchUser } from '../../backend/services/user-service/src/users/change';
import { directoryFor } from '../../backend/services/user-service/src/users/directory';
import { inviteUser, renewInvitation } from '../../backend/services/user-service/src/users/invite';
import { oneUser, pageOf, usersOf } from '../../backend/services/user-service/src/users/merge';
import { bodyOf, paramsOf, queryOf } from '../kit';
import type { UserHandlerKit } from './kit';

/** Listing, reading and inviting users. */
export function peopleHandlers({ http, guarded, callers, users }: UserHandlerKit) {
  return [
    http.get('/api/users/directory', guarded(async ({ request, response }) => {
      const reader = await callers.user(request);
      const { role } = queryOf(request, directoryQuery);
      return response(200).json({ items: await directoryFor(users, reader, role) });
    })),
    http.get('/api/users', guarded(async ({ request, response }) => {
      const { accountId } = await callers.withRight(request, 'users');
      const query = queryOf(request, userQuery);
      return response(200).json(pageOf(await usersOf(users, accountId), query));
    })),
    http.post('/api/users', guarded(async ({ request, response }) => {
      const caller = await callers.withRight(request, 'users');
      return response(201).json(await inviteUser(users, caller, await bodyOf(request, newUser)));
    })),
    http.post('/api/users/{id}/invitation', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'users');
      return response(200).json(await renewInvitation(users, caller, paramsOf(params, idParams).id));
    })),
    http.get('/api/users/{id}', guarded(async ({ request, params, response }) => {
      const { accountId } = await callers.withRight(request, 'users');
      return response(200).json(await oneUser(users, { ...paramsOf(params, idParams), accountId }));
    })),
  ];
}

/** Changing, deactivating and deleting users. */
export function changeHandlers({ http, guarded, callers, users }: UserHandlerKit) {
  return [
    http.patch('/api/users/{id}', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'users');
      const deed = { caller, id: paramsOf(params, idParams).id };
      return response(200).json(await changeUser(users, deed, await bodyOf(request, userChange)));
    })),
    http.post('/api/users/{id}/deactivate', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'users');
      const deed = { caller, id: paramsOf(params, idParams).id };
      return response(200).json(await switchUser(users, deed, 'deactivated'));
    })),
    http.post('/api/users/{id}/activate', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'users');
      const deed = { caller, id: paramsOf(params, idParams).id };
      return response(200).json(await switchUser(users, deed, 'active'));
    })),
    http.delete('/api/users/{id}', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRole(request, 'owner');
      await removeUser(users, { caller, id: paramsOf(params, idParams).id });
      return response(204).empty();
    })),
  ];
}
