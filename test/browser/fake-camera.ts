import { writeFile } from 'node:fs/promises';
import { encode } from 'uqr';

const [WIDTH, HEIGHT, MODULE] = [640, 480, 8];
const [WHITE, BLACK, GREY] = [235, 16, 128];

/** Arguments by which the browser's camera shows a film, and asks nobody whether it may. */
export function cameraShowing(film: string): string[] {
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}

/** Writes a film (YUV4MPEG2, a picture a second) of a sheet of paper with a code, as a camera held before it sees it. */
export async function filmOf(text: string, file: string): Promise<void> {
  const { size, data } = encode(text, { border: 4 });
  const [left, top] = [(WIDTH - size * MODULE) >> 1, (HEIGHT - size * MODULE) >> 1];
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let line = 0; dark && line < MODULE; line++) {
        const from = (top + y * MODULE + line) * WIDTH + left + x * MODULE;
        light.fill(BLACK, from, from + MODULE);
      }
    }),
  );
  const colour = Buffer.alloc(WIDTH * HEIGHT * 0.5, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  await writeFile(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F5:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}
