package dev.candor.telemetry.squid;

import java.util.List;

/** A constant of a closed list that a file may write in other words than its name. */
interface Labelled {
  /** Returns those other words. */
  List<String> labels();
}
