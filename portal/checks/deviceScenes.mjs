export const DEVICE_SCENES = [];
