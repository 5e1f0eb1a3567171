import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "../../src/api/schema";

type SignedIn = components["schemas"]["SignedIn"];

/** A person with an account, who also acts through the REST interface. */
export interface Person {
  email: string;
  password: string;
  session: SignedIn;
  api: Client<paths>;
}

export const PASSWORD = "correct horse battery staple";

/** The first person of a house. */
export async function register(url: string, email = "ada@example.org"): Promise<Person> {
  const open = createClient<paths>({ baseUrl: url });
  const body = { email, password: PASSWORD, display_name: "Ada" };
  const { data } = await open.POST("/api/v1/auth/register", { body });
  if (!data) throw new Error("the account was not made");
  return signedIn(url, email, data);
}

export async function signIn(url: string, email = "ada@example.org"): Promise<Person> {
  const { data } = await createClient<paths>({ baseUrl: url }).POST("/api/v1/auth/login", { body: { email, password: PASSWORD } });
  if (!data) throw new Error("nobody was signed in");
  return signedIn(url, email, data);
}

function signedIn(url: string, email: string, session: SignedIn): Person {
  const headers = { Authorization: `Bearer ${session.access_token}` };
  return { email, password: PASSWORD, session, api: createClient<paths>({ baseUrl: url, headers }) };
}
