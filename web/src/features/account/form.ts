/** What is asked for on signing up or in. */
export interface Form {
  name: string;
  email: string;
  password: string;
  invitation: string;
}
