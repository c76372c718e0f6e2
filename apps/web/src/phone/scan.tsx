import { DOOR_CODE } from '#contracts';
import { useEffect, useRef, useState } from 'react';
import { useSay } from './use-say.js';

/** Milliseconds between two looks at the picture: often enough for a hand, seldom enough for the battery. */
const LOOK_MS = 250;

/** Reads the text of a code in a picture; null when it shows none. */
type Reader = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

/** The browser's own reader where it has one, else one of ours, which is loaded only then. */
async function readerOf(): Promise<Reader> {
  const own = (globalThis as { BarcodeDetector?: new (options: object) => Detector }).BarcodeDetector;
  if (own) {
    const detector = new own({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const { default: decode } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (!context || width === 0) return Promise.resolve(null);
    [canvas.width, canvas.height] = [width, height];
    context.drawImage(video, 0, 0);
    try {
      return Promise.resolve(decode(context.getImageData(0, 0, width, height)));
    } catch {
      // It throws where the picture shows no code.
      return Promise.resolve(null);
    }
  };
}

/** The camera, until it has seen a code of a door; one can always go on without. */
export function Scan({ found, stop }: { readonly found: (code: string) => void; readonly stop: () => void }) {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const tell = useRef(found);
  tell.current = found;
  useEffect(() => {
    const ended = new AbortController();
    void watch(video.current, ended.signal)
      .then((code) => code !== null && tell.current(code))
      .catch(() => setFailed(true));
    return () => ended.abort();
  }, []);
  return (
    <div className="phone-ask" role="group" aria-label={say('scan')}>
      {failed ? (
        <p role="alert">{say('noCamera')}</p>
      ) : (
        <>
          <p>{say('scanHint')}</p>
          <video ref={video} className="phone-scan" muted playsInline />
        </>
      )}
      <button type="button" className="button wide" onClick={stop}>
        {say('scanStop')}
      </button>
    </div>
  );
}

/** The secret of the first door code in the picture; null when it was ended before. Rejects without a camera. */
async function watch(video: HTMLVideoElement | null, signal: AbortSignal): Promise<string | null> {
  if (!video) return null;
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    video.srcObject = stream;
    await video.play();
    const read = await readerOf();
    while (!signal.aborted) {
      const text = await read(video);
      if (text?.startsWith(DOOR_CODE)) return text.slice(DOOR_CODE.length);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
