import { useCallback, useEffect, useRef, useState } from "react";
import { currentLocale } from "../../i18n";

/** The part of the Web Speech API that is used; TypeScript's DOM library does not know it. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  start: () => void;
  stop: () => void;
  abort: () => void;
}

interface Heard extends Event {
  resultIndex: number;
  results: { length: number; [place: number]: { isFinal: boolean; 0: { transcript: string } } };
}

declare global {
  var SpeechRecognition: (new () => Recognition) | undefined;
  var webkitSpeechRecognition: (new () => Recognition) | undefined;
}

function recognizer(): (new () => Recognition) | undefined {
  return globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
}

function wordsOf({ results, resultIndex }: Heard): string {
  const said = Array.from({ length: results.length - resultIndex }, (_, place) => results[resultIndex + place]);
  return said
    .filter((result) => result?.isFinal)
    .map((result) => result?.[0].transcript.trim() ?? "")
    .join(" ");
}

export interface Dictation {
  isThere: boolean;
  isListening: boolean;
  hasFailed: boolean;
  toggle: () => void;
}

/** Writing by voice, where the browser can; `onWords` gets each finished phrase. */
export function useDictation(onWords: (words: string) => void): Dictation {
  const [state, setState] = useState<"idle" | "listening" | "failed">("idle");
  const running = useRef<Recognition>(null);
  const tell = useRef(onWords);
  useEffect(() => {
    tell.current = onWords;
  });
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback((Recognizer: new () => Recognition) => {
    const recognition = new Recognizer();
    recognition.lang = currentLocale();
    recognition.continuous = true;
    recognition.addEventListener("result", (event) => tell.current(wordsOf(event as Heard)));
    recognition.addEventListener("error", () => setState("failed"));
    recognition.addEventListener("end", () => {
      running.current = null;
      setState((now) => (now === "failed" ? now : "idle"));
    });
    running.current = recognition;
    setState("listening");
    recognition.start();
  }, []);

  const toggle = useCallback(() => {
    const Recognizer = recognizer();
    if (running.current) running.current.stop();
    else if (Recognizer) start(Recognizer);
  }, [start]);

  return { isThere: recognizer() !== undefined, isListening: state === "listening", hasFailed: state === "failed", toggle };
}
