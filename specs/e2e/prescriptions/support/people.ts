import type { Person } from './prescriptions';

interface Sessions<Role> {
  session(role: Role): Promise<{ readonly data: unknown }>;
}

/** The user who is signed in as a role, by id and name. */
export async function userOf<Role>(auth: Sessions<Role>, role: Role): Promise<Person> {
  const { user } = (await auth.session(role)).data as { readonly user: Person };
  return { id: user.id, name: user.name };
}
