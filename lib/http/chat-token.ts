/** The cookie that lets a browser go on with its chat. */
const COOKIE = 'cuedesk-chat';
const WEEK_SECONDS = 7 * 24 * 3600;
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/** The chat token of a request; null without one, or with something that cannot be one. */
export const chatTokenOf = (request: Request): string | null => {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === COOKIE && value && TOKEN.test(value)) return value;
  }
  return null;
};

export const chatCookie = (token: string, secure: boolean): string =>
  `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${WEEK_SECONDS}${secure ? '; Secure' : ''}`;
