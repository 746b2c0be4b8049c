/** Signs out and leaves nothing of the customers in this browser. */
export const signOutHere = async (): Promise<void> => {
  const { signOut } = await import('next-auth/react');
  for (const key of Object.keys(localStorage))
    if (key === 'seen' || key.startsWith('draft:')) localStorage.removeItem(key);
  await signOut({ redirect: false });
  window.location.assign('/sign-in');
};
