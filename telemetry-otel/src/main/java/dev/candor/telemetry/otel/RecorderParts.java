package dev.candor.telemetry.otel;

/**
 * What every recording of one runtime shares.
 *
 * @param settings the settings
 * @param vocabulary what may be recorded
 * @param consent the answer on disk
 * @param scrubbing makes the scrubbing after a yes
 * @param losses events that never reached the store
 * @param scrubbed values dropped or replaced
 * @param recheck tells the runtime that the answer may have changed
 * @param surroundings threads, destinations and the courier
 */
record RecorderParts(
    EngineSettings settings,
    Vocabulary vocabulary,
    ConsentStore consent,
    Scrubbing.Factory scrubbing,
    Tally losses,
    Tally scrubbed,
    Runnable recheck,
    Surroundings surroundings) {}
