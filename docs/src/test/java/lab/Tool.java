package lab;

import dev.candor.telemetry.Feature;

// region: features
enum Tool implements Feature {
  LIVE_VIEW,
  AUTOFOCUS
}
// endregion
