// The camera's picture, and what to do when there is none.
import { useEffect, useRef, useState } from 'preact/hooks';
import { look, type NoCamera } from './camera.ts';
import type { Say } from './say.ts';

export function Camera({ t, onCode }: { t: Say; onCode: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onCode);
  latest.current = onCode;
  const [why, setWhy] = useState<NoCamera | null>(null);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    const begin = async () => {
      if (!video.current) return;
      try {
        stop = await look(video.current, (text) => latest.current(text));
        if (isGone) stop();
      } catch (error) {
        setWhy(error === 'refused' ? 'refused' : 'no_camera');
      }
    };
    void begin();
    return () => {
      isGone = true;
      stop?.();
    };
  }, []);
  if (why) {
    return (
      <p class="door-hint" role="alert">
        {t(`scan.${why}`)}
      </p>
    );
  }
  return (
    <figure class="door-camera">
      <video ref={video} playsInline muted />
      <figcaption>{t('scan.aim')}</figcaption>
    </figure>
  );
}
