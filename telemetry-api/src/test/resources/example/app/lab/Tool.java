package lab;

import dev.candor.telemetry.Feature;

enum Tool implements Feature {
  LIVE_VIEW,
  STITCHER
}
