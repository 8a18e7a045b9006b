package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.Use.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The words that are the same on every machine, in their finished form: a resource, read in one go,
 * because a process that starts runs uncompiled code and would take long over thousands of words.
 *
 * <p>All of it is 16-bit numbers: how many words, uses and nodes there are; per use the length of
 * its list and for each entry role, label, kind, and the length and text of its written form; per
 * word its length, its use and bounds, and the next word with the same head; the nodes of the
 * automaton's tree; the letters of all words, one behind the other.
 */
final class Lexicon {
  static final String RESOURCE = "words.bin";

  /** Of a word: its use in the upper bits, its bounds in this many lower ones. */
  static final int BOUND_BITS = 2;

  private static final int WORD = 3;
  private static final Role[] ROLES = Role.values();
  private static final Label[] LABELS = Label.values();
  private static final Kind[] KINDS = Kind.values();

  private final char[] image;
  private final int words;
  private final int nodes;
  private final Use[][] uses;
  private final int firstWord;

  private Lexicon(char[] image) {
    this.image = image;
    words = image[0];
    uses = new Use[image[1]][];
    nodes = image[2];
    int at = WORD;
    for (int i = 0; i < uses.length; i++) {
      uses[i] = new Use[image[at++]];
      for (int j = 0; j < uses[i].length; j++) {
        int length = image[at + 3];
        String full = new String(image, at + 4, length);
        uses[i][j] = new Use(ROLES[image[at]], LABELS[image[at + 1]], KINDS[image[at + 2]], full);
        at += 4 + length;
      }
    }
    firstWord = at;
  }

  static Lexicon read() {
    try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the sanitizer's words are missing");
      }
      byte[] bytes = in.readAllBytes();
      char[] image = new char[bytes.length / 2];
      ByteBuffer.wrap(bytes).asCharBuffer().get(image);
      return new Lexicon(image);
    } catch (IOException fault) {
      throw new UncheckedIOException("the sanitizer's words cannot be read", fault);
    }
  }

  /** Words. */
  int size() {
    return words;
  }

  /** The uses that words have; each word has one of these lists. */
  Use[][] uses() {
    return uses;
  }

  int length(int word) {
    return image[firstWord + WORD * word];
  }

  /** The index of a word's list of uses. */
  int use(int word) {
    return image[firstWord + WORD * word + 1] >> BOUND_BITS;
  }

  /** On which sides all uses of a word ask for a bound. */
  int bounds(int word) {
    return image[firstWord + WORD * word + 1] & ((1 << BOUND_BITS) - 1);
  }

  /** The next word with the same head, or {@link AutomatonTrie#NO_WORD}. */
  char twin(int word) {
    return image[firstWord + WORD * word + 2];
  }

  /** The letters of all words, in lower case, with blanks as separators. */
  char[] letters() {
    return Arrays.copyOfRange(image, firstNode() + AutomatonTrie.FIELDS * nodes, image.length);
  }

  /** The tree of the heads of all words. */
  AutomatonTrie trie() {
    return new AutomatonTrie(image, firstNode(), nodes);
  }

  private int firstNode() {
    return firstWord + WORD * words;
  }
}
