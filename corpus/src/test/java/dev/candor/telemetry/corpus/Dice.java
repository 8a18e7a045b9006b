package dev.candor.telemetry.corpus;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats itself: equal seeds give equal throws. One thread. */
final class Dice {
  static final String DIGITS = "0123456789";
  static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  static final String HEX = "0123456789abcdef";
  static final String WORD = UPPER + LOWER + DIGITS;
  static final String BASE32 = UPPER + "234567";

  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A number between the two, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  long number() {
    return random.nextLong();
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  String from(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  String digits(int length) {
    return from(DIGITS, length);
  }

  /** A token of letters and digits in which each of the three classes stands at least once. */
  String token(int length) {
    return mixed(WORD, length);
  }

  /** The same from another alphabet that holds the three classes. */
  String mixed(String alphabet, int length) {
    while (true) {
      String text = from(alphabet, length);
      if (text.chars().anyMatch(Character::isDigit)
          && text.chars().anyMatch(Character::isUpperCase)
          && text.chars().anyMatch(Character::isLowerCase)) {
        return text;
      }
    }
  }

  /** Upper-case letters and digits, at least one of each. */
  String mixedUpper(int length) {
    while (true) {
      String text = from(UPPER + DIGITS, length);
      if (text.chars().anyMatch(Character::isDigit) && text.chars().anyMatch(Character::isLetter)) {
        return text;
      }
    }
  }

  <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T kept = list.get(i);
      list.set(i, list.get(j));
      list.set(j, kept);
    }
  }
}
