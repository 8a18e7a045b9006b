package dev.candor.images;

/** A container that did one thing and ended. */
record Finished(long exit, String output) {}
