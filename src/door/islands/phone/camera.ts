// Looks through the camera for codes. The browser's own reader where there is one, else ours.

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorMaker = { new (how: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };

/** Why there is no picture. */
export type NoCamera = 'no_camera' | 'refused';

/** The same code in front of the camera is the same ticket until it was away so long. */
const AWAY_MS = 2500;
const LOOK_EVERY_MS = 100;

/** Shows the camera in `video` and says every code that comes before it. Gives how to stop. */
export async function look(video: HTMLVideoElement, onCode: (text: string) => void): Promise<() => void> {
  const stream = await openCamera();
  let isOn = true;
  const stop = () => {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play().catch(() => {});
  const read = await openReader();
  let [last, seenAt] = ['', 0];
  const round = async () => {
    if (!isOn) return;
    const text = video.readyState >= 2 ? await read(video).catch(() => null) : null;
    const now = Date.now();
    if (text !== null) {
      if (text !== last || now - seenAt > AWAY_MS) onCode(text);
      [last, seenAt] = [text, now];
    }
    setTimeout(() => void round(), LOOK_EVERY_MS);
  };
  void round();
  return stop;
}

async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw 'no_camera' satisfies NoCamera;
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    throw ((error as DOMException).name === 'NotAllowedError' ? 'refused' : 'no_camera') satisfies NoCamera;
  }
}

type Read = (video: HTMLVideoElement) => Promise<string | null>;

async function openReader(): Promise<Read> {
  const Detector = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  const formats = Detector ? await Detector.getSupportedFormats().catch((): string[] => []) : [];
  if (Detector && formats.includes('qr_code')) {
    const detector = new Detector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const { readPicture } = await import('./read-picture.ts');
  return async (video) => readPicture(video);
}
