/** Where the server listens unless it is told otherwise. */
export const usualPort = 8080;
