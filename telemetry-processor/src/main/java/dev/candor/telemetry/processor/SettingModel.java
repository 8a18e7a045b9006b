package dev.candor.telemetry.processor;

import java.util.List;

/**
 * One constant of an enum of settings keys, checked.
 *
 * @param constant how generated code names it
 * @param wire its name in lower case
 * @param type FLAG, NUMBER or CHOICE
 */
record SettingModel(
    String constant,
    String wire,
    String type,
    String brief,
    double min,
    double max,
    List<String> values) {}
