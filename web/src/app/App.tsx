import { useRecords } from "../life/hooks";

export function App() {
  const thoughts = useRecords({ kind: "thought", limit: 50 });
  return <main>{thoughts?.map((thought) => <p key={thought.id}>{thought.content}</p>)}</main>;
}
