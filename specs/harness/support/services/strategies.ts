import type { SessionStrategy } from 'groundwork-e2e/platform';

interface Tokens {
  readonly token: string;
  readonly refresh: string;
}

const tokensOf = (data: unknown) => data as Tokens; // made below, by the mini service's answer

/** How a mini platform signs users in: at its service "api". */
export const sessions: SessionStrategy = {
  signIn: async (context, { role, email, password }, code) => {
    const post = async (body: object): Promise<object> => {
      const answer = await fetch(`${context.url('api')}/sign-in`, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`POST /sign-in answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as object;
    };
    const first = await post({ email, password });
    const data = 'challenge' in first ? await post({ email, password, code: code() }) : first;
    return { role, expiresAt: Date.now() + 3_600_000, data };
  },
  storage: ({ data }) => ({ localStorage: { token: tokensOf(data).token } }),
  headers: ({ data }) => ({ authorization: `Bearer ${tokensOf(data).token}` }),
  secrets: ({ data }) => [tokensOf(data).token, tokensOf(data).refresh],
};
