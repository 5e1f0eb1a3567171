import { useId } from "react";

interface Props<V extends string> {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
}

/** One of a few, all of them seen. */
export function Segmented<V extends string>({ label, options, value, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset className="bg-sunken rounded-control inline-flex w-fit max-w-full min-w-0 overflow-x-auto p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="text-muted has-checked:bg-raised has-checked:text-ink has-checked:shadow-low has-focus-visible:outline-accent inline-flex min-h-8 cursor-pointer items-center rounded-md px-3 text-sm font-medium whitespace-nowrap has-focus-visible:outline-2 pointer-coarse:min-h-10"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
