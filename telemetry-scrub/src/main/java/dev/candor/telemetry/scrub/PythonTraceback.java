package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.RebuiltError.Frame;
import dev.candor.telemetry.scrub.RebuiltError.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the text of a Python traceback, chained ones and exception groups included, and rebuilds
 * its frames without paths, source lines and messages.
 *
 * <p>Works line by line in one pass: lines beyond their first 4,096 characters are not read, colour
 * codes are skipped, and at most 16 errors with 100 frames each are held, whatever the size of the
 * text. A traceback that was cut off gives what was there, with the type {@code unknown}.
 */
public final class PythonTraceback {
  private static final String HEADER = "Traceback (most recent call last):";
  private static final String[] CONNECTORS = {
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:"
  };
  private static final int MAX_LINE = 4_096;
  private static final String SYNTAX = "<syntax>";

  private enum State {
    OUTSIDE,
    FRAMES,
    MESSAGE,
    CONNECTED,
    MEMBER
  }

  private final PythonModules modules;
  private final StringBuilder line = new StringBuilder(120);
  private final Deque<Link> sections = new ArrayDeque<>();
  private final List<Link> members = new ArrayList<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private State state = State.OUTSIDE;
  private boolean member;
  private int indent;

  private PythonTraceback(Set<String> packages) {
    this.modules = new PythonModules(packages);
  }

  /** Rebuilds the error, or nothing if the text holds no traceback. Bounded in depth and size. */
  public static Optional<RebuiltError> parse(CharSequence text) {
    return parse(text, Set.of());
  }

  /**
   * Rebuilds the error, or nothing if the text holds no traceback.
   *
   * @param packages top-level packages and scripts of the watched application, such as {@code
   *     control}: in a path of a folder that is not known, the module starts at the last of them
   */
  public static Optional<RebuiltError> parse(CharSequence text, Set<String> packages) {
    return new PythonTraceback(packages).read(text);
  }

  private Optional<RebuiltError> read(CharSequence text) {
    int at = 0;
    while (at < text.length()) {
      at = readLine(text, at);
      if (!accept()) {
        break;
      }
    }
    if (state == State.FRAMES) {
      close(RebuiltError.UNKNOWN);
    }
    List<Link> chain = new ArrayList<>(sections);
    // Python prints the error that surfaced last; its members are told in their own order.
    Collections.reverse(chain);
    chain.addAll(members);
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RebuiltError(chain.subList(0, Math.min(chain.size(), RebuiltError.MAX_LINKS))));
  }

  /** Takes in the next line; false when the traceback has ended. */
  private boolean accept() {
    int start = start();
    if (start == line.length()) {
      return true;
    }
    if (isHeader(start)) {
      return open(start);
    }
    switch (state) {
      case FRAMES -> acceptFrame(start);
      case MEMBER -> {
        if (!isMarker(start)) {
          indent = start;
          close(typeOf(start));
        }
      }
      case MESSAGE, CONNECTED -> acceptMessage(start);
      default -> {
        // Text in front of the traceback.
      }
    }
    return true;
  }

  private boolean open(int start) {
    switch (state) {
      case FRAMES -> {
        if (start > indent) {
          return true;
        }
        close(RebuiltError.UNKNOWN);
        return false;
      }
      case MESSAGE -> {
        return false;
      }
      default -> {
        member = state == State.MEMBER || (member && state == State.CONNECTED);
        indent =
            line.indexOf(HEADER) == start || line.indexOf("Exception Group") == start ? start : 0;
        state = State.FRAMES;
        return true;
      }
    }
  }

  private void acceptFrame(int start) {
    if (start > indent) {
      if (isFrame(start)) {
        addFrame(start);
      }
      return;
    }
    if (isMarker(start)) {
      close(RebuiltError.UNKNOWN);
      startMember();
      return;
    }
    close(typeOf(start));
  }

  private void acceptMessage(int start) {
    if (isMarker(start)) {
      startMember();
      return;
    }
    for (String connector : CONNECTORS) {
      if (line.length() - start >= connector.length() && line.indexOf(connector, start) == start) {
        state = State.CONNECTED;
        return;
      }
    }
    if (state == State.CONNECTED) {
      state = State.MESSAGE;
    }
  }

  /** A number opens the next member; a bare line closes the group, dots stand for members cut. */
  private void startMember() {
    member = false;
    for (int i = 0; i < line.length(); i++) {
      member |= Chars.isDigit(line.charAt(i));
    }
    state = member ? State.MEMBER : State.MESSAGE;
  }

  /** Ends a section; its last lines may still be the rest of a message. */
  private void close(String type) {
    List<Frame> recentFirst = new ArrayList<>(frames.size());
    Iterator<Frame> backwards = frames.descendingIterator();
    backwards.forEachRemaining(recentFirst::add);
    frames.clear();
    Link link = new Link(type, recentFirst);
    if (member) {
      if (members.size() < RebuiltError.MAX_LINKS) {
        members.add(link);
      }
    } else {
      if (sections.size() == RebuiltError.MAX_LINKS) {
        sections.removeFirst();
      }
      sections.addLast(link);
    }
    state = State.MESSAGE;
  }

  private boolean isFrame(int start) {
    return line.indexOf("File \"", start) == start;
  }

  /** {@code File "PATH", line N, in FUNCTION}; a syntax error has no function. */
  private void addFrame(int start) {
    int close = line.lastIndexOf("\", line ");
    int pathStart = start + "File \"".length();
    if (close < pathStart) {
      return;
    }
    int at = close + "\", line ".length();
    long number = 0;
    while (at < line.length() && Chars.isDigit(line.charAt(at)) && number < Integer.MAX_VALUE) {
      number = number * 10 + line.charAt(at) - '0';
      at++;
    }
    String function = SYNTAX;
    if (line.indexOf(", in ", at) == at) {
      function = line.substring(at + ", in ".length()).strip();
    }
    PythonModules.Module module = modules.of(line.substring(pathStart, close));
    if (frames.size() == RebuiltError.MAX_FRAMES) {
      frames.removeFirst();
    }
    int lineNumber = (int) Math.min(number, Integer.MAX_VALUE);
    frames.addLast(new Frame(module.name(), function, lineNumber, module.inApp()));
  }

  /** The type in front of the message; words that a person may have written are not types. */
  private String typeOf(int start) {
    int end = line.indexOf(": ", start);
    if (end < 0) {
      end = line.length();
      if (line.charAt(end - 1) == ':') {
        end--;
      }
    }
    String type = line.substring(start, end).strip().replace("<locals>.", "");
    int dot = type.lastIndexOf('.');
    boolean named = dot > 0 || ErrorNames.isPythonError(type);
    return named && Grammars.isTypeName(type) ? type : RebuiltError.UNKNOWN;
  }

  private boolean isHeader(int start) {
    int header = line.length() - HEADER.length();
    return header >= start && line.indexOf(HEADER, header) == header;
  }

  /** {@code +---------------- 1 ----------------}, in front of each member of a group. */
  private boolean isMarker(int start) {
    return line.indexOf("----------------", start) == start
        && start > 0
        && line.charAt(start - 1) == '+';
  }

  /** Where the content of the line starts, behind blanks and the lines of a group's tree. */
  private int start() {
    int at = 0;
    while (at < line.length() && " \t|+".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    // "+-+----- 1 -----" opens the members of a group.
    if (line.indexOf("-+", at) == at) {
      at += 2;
    }
    return at;
  }

  private int readLine(CharSequence text, int from) {
    line.setLength(0);
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        break;
      }
      if (c == '\u001b') {
        at = skipEscape(text, at);
        continue;
      }
      if (line.length() < MAX_LINE) {
        line.append(c);
      }
      at++;
    }
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) <= ' ') {
      end--;
    }
    line.setLength(end);
    return at;
  }

  /** Skips a colour code: escape, bracket, digits and semicolons, one letter. */
  private static int skipEscape(CharSequence text, int from) {
    int at = from + 1;
    if (at < text.length() && text.charAt(at) == '[') {
      at++;
      while (at < text.length() && (Chars.isDigit(text.charAt(at)) || text.charAt(at) == ';')) {
        at++;
      }
      if (at < text.length() && Chars.isLetter(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }
}
