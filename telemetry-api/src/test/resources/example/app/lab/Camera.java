package lab;

/** Stands for the real work. */
final class Camera {
  /** What is to be imaged. */
  record Plan(XyMode mode, int channels, int positions) {}

  long take(Plan plan) {
    if (plan.positions() == 0) {
      throw new IllegalStateException("no positions");
    }
    return (long) plan.channels() * plan.positions();
  }
}
