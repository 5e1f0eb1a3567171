import { Appearance } from "./Appearance";
import { Name } from "./Name";
import { Password } from "./Password";
import { Zone } from "./Zone";

export function ProfilePage() {
  return (
    <>
      <Name />
      <Appearance />
      <Zone />
      <Password />
    </>
  );
}
