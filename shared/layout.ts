import type { Layout } from './commands.ts';

/** Which pictures a layout shows (rule S18): without a screen the camera, whatever was chosen for when there is one. */
export const picturesOf = (layout: Layout, screenIsOn: boolean): { camera: boolean; screen: boolean } => ({
  camera: !screenIsOn || layout !== 'screen',
  screen: screenIsOn && layout !== 'camera',
});
