// Vercel's emulator (https://github.com/vercel-labs/emulate): customers, and intents without separate capture.
import { createEmulator } from 'emulate';

const { url } = await createEmulator({ service: 'stripe', port: 0 });
console.log(`listening on http://127.0.0.1:${new URL(url).port}`);
