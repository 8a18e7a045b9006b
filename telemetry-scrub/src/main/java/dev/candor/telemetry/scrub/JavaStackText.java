package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.RebuiltError.Frame;
import dev.candor.telemetry.scrub.RebuiltError.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text that {@code Throwable.printStackTrace} or a logger wrote of a Java exception, and
 * rebuilds its frames without messages and files: causes, suppressed ones and calls in common
 * ({@code ... n more}) included, as {@link JavaErrors} would have told them.
 *
 * <p>Works line by line in one pass: lines beyond their first 4,096 characters are not read, and at
 * most 16 errors with 100 frames each are held, whatever the size of the text. A text without a
 * type in front of its first call is no stack trace.
 */
public final class JavaStackText {
  private static final int MAX_LINE = 4_096;
  private static final int MAX_OPEN = 32;
  private static final String AT = "at ";
  private static final String MORE = "... ";
  private static final String CAUSED_BY = "Caused by: ";
  private static final String SUPPRESSED = "Suppressed: ";
  private static final String WRAPPED_BY = "Wrapped by: ";
  private static final String CYCLE = "[CIRCULAR REFERENCE";

  private final List<String> applicationPackages;
  private final List<Section> causes = new ArrayList<>();
  private final List<Section> others = new ArrayList<>();
  private final List<Section> open = new ArrayList<>();
  private String type = "";

  private JavaStackText(List<String> applicationPackages) {
    this.applicationPackages = applicationPackages;
  }

  /** Rebuilds the error, or nothing if the text holds no stack trace; all but the JDK is own. */
  public static Optional<RebuiltError> parse(CharSequence text) {
    return parse(text, List.of());
  }

  /**
   * Rebuilds the error, or nothing if the text holds no stack trace.
   *
   * @param applicationPackages prefixes of the packages that count as the application's own; if
   *     there are none, everything but the JDK does
   */
  public static Optional<RebuiltError> parse(CharSequence text, List<String> applicationPackages) {
    return new JavaStackText(applicationPackages).read(text);
  }

  private Optional<RebuiltError> read(CharSequence text) {
    int at = 0;
    boolean going = true;
    while (going && at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n') {
        end++;
      }
      going = accept(text.subSequence(at, Math.min(end, at + MAX_LINE)).toString());
      at = end + 1;
    }
    List<Link> chain = new ArrayList<>();
    boolean frames = false;
    for (List<Section> sections : List.of(causes, others)) {
      for (Section section : sections) {
        frames |= !section.frames.isEmpty();
        chain.add(new Link(section.type, section.frames));
      }
    }
    if (!frames) {
      return Optional.empty();
    }
    return Optional.of(
        new RebuiltError(chain.subList(0, Math.min(chain.size(), RebuiltError.MAX_LINKS))));
  }

  /** Takes in the next line; false when the stack trace has ended or the text holds none. */
  private boolean accept(String line) {
    String content = line.strip();
    int indent = line.indexOf(content);
    if (content.isEmpty()) {
      return true;
    }
    for (String caption : List.of(CAUSED_BY, SUPPRESSED, WRAPPED_BY)) {
      if (content.startsWith(caption)) {
        link(caption, indent, content.substring(caption.length()));
        return true;
      }
    }
    if (content.startsWith(AT)) {
      return frame(content);
    }
    if (content.startsWith("...")) {
      more(content);
      return true;
    }
    if (open.isEmpty()) {
      String named = ErrorNames.in(content);
      type = named.isEmpty() ? type : named;
      return true;
    }
    // The rest of a message stands in front of the calls; behind them the stack trace has ended.
    return current().frames.isEmpty();
  }

  private void link(String caption, int indent, String rest) {
    if (rest.startsWith(CYCLE)) {
      return;
    }
    if (open.isEmpty() && !type.isEmpty()) {
      // An error without calls of its own.
      add(causes, new Section(0, type, null), causes.size());
    }
    boolean suppressed = caption.equals(SUPPRESSED);
    while (open.size() > 1
        && (suppressed ? current().indent >= indent : current().indent > indent)) {
      open.remove(open.size() - 1);
    }
    Section enclosing = open.isEmpty() ? null : current();
    boolean other = suppressed || (enclosing != null && others.contains(enclosing));
    Section section = new Section(indent, ErrorNames.atStart(rest), enclosing);
    List<Section> target = other ? others : causes;
    add(target, section, caption.equals(WRAPPED_BY) ? 0 : target.size());
  }

  private void add(List<Section> target, Section section, int place) {
    if (target.size() < RebuiltError.MAX_LINKS) {
      target.add(place, section);
    }
    if (open.size() < MAX_OPEN) {
      open.add(section);
    }
  }

  private boolean frame(String content) {
    Frame frame = frameOf(content);
    if (frame == null) {
      return open.isEmpty() || current().frames.isEmpty();
    }
    if (open.isEmpty()) {
      if (type.isEmpty()) {
        return false;
      }
      add(causes, new Section(0, type, null), 0);
    }
    current().add(frame);
    return true;
  }

  /** {@code at loader/module@1/pkg.Type.method(File.java:12) ~[lib.jar:1]}. */
  private @Nullable Frame frameOf(String content) {
    int parenthesis = content.indexOf('(');
    int dot = parenthesis < 0 ? -1 : content.lastIndexOf('.', parenthesis);
    if (dot <= AT.length() || content.charAt(parenthesis - 1) == ' ') {
      return null;
    }
    String module = JavaErrors.stableName(className(content.substring(AT.length(), dot)));
    boolean own = JavaErrors.isOwn(module, applicationPackages);
    return new Frame(module, content.substring(dot + 1, parenthesis), lineOf(content), own);
  }

  /** The class without its loader and module; a hidden class has a slash in its own name. */
  private static String className(String qualified) {
    int hidden = qualified.indexOf("/0x");
    String name = hidden < 0 ? qualified : qualified.substring(0, hidden);
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static int lineOf(String content) {
    int close = content.indexOf(')');
    int colon = close < 0 ? -1 : content.lastIndexOf(':', close);
    return colon < 0 ? 0 : number(content, colon + 1);
  }

  /** Calls in common with the error that encloses this one stand there only. */
  private void more(String content) {
    if (!content.startsWith(MORE) || open.isEmpty()) {
      return;
    }
    Section section = current();
    int count = number(content, MORE.length());
    if (section.enclosing != null && section.enclosing.isWhole) {
      List<Frame> frames = section.enclosing.frames;
      for (int i = Math.max(0, frames.size() - count); i < frames.size(); i++) {
        section.add(frames.get(i));
      }
    }
  }

  private static int number(String text, int from) {
    int number = 0;
    for (int i = from; i < text.length() && Chars.isDigit(text.charAt(i)); i++) {
      number = Math.min(number * 10 + text.charAt(i) - '0', 100_000_000);
    }
    return number;
  }

  private Section current() {
    return open.get(open.size() - 1);
  }

  /** One error while its lines are read. */
  private static final class Section {
    private final int indent;
    private final String type;
    private final @Nullable Section enclosing;
    private final List<Frame> frames = new ArrayList<>();
    private boolean isWhole = true;

    Section(int indent, String type, @Nullable Section enclosing) {
      this.indent = indent;
      this.type = type;
      this.enclosing = enclosing;
    }

    void add(Frame frame) {
      if (frames.size() < RebuiltError.MAX_FRAMES) {
        frames.add(frame);
      } else {
        isWhole = false;
      }
    }
  }
}
