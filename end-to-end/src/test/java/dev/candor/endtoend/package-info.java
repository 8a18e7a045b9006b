/** Collectors and what stands between and behind them, run together as operators do. */
package dev.candor.endtoend;
