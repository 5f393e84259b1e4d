// The URLs of this room.

const next = (path: string, to: string | undefined) =>
  to && to !== '/' ? `${path}?next=${encodeURIComponent(to)}` : path;

export const peoplePaths = {
  signIn: (to?: string | undefined) => next('/signin', to),
  code: (token: string) => `/signin/code/${token}`,
  codeAgain: () => '/signin/again',
  link: (link: string) => `/signin/link/${link}`,
  signOut: () => '/signout',
  language: () => '/language',
  keeper: (token: string) => `/keeper/${token}`,
  me: () => '/me',
  name: (to?: string | undefined) => next('/me/name', to),
  sessions: () => '/me/sessions',
  address: () => '/me/address',
  addressCode: (token: string) => `/me/address/${token}`,
  export: () => '/me/export',
  exportJson: () => '/me/export.json',
  exportIcs: () => '/me/export.ics',
  erase: () => '/me/erase',
  eraseProof: () => '/me/erase/proof',
  eraseCode: (token: string) => `/me/erase/proof/${token}`,
  erased: () => '/signin/erased',
} as const;
