// How a mini platform signs users in: at its service "api".
async function signIn(context, account) {
  const answer = await fetch(`${context.url('api')}/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ email: account.email, password: account.password }),
  });
  if (!answer.ok) throw new Error(`POST /sign-in answered ${answer.status}: ${await answer.text()}`);
  return { role: account.role, expiresAt: Date.now() + 3_600_000, data: await answer.json() };
}

exports.sessions = {
  signIn,
  storage: (session) => ({ localStorage: { token: session.data.token } }),
  headers: (session) => ({ authorization: `Bearer ${session.data.token}` }),
  secrets: (session) => [session.data.token, session.data.refresh],
};
