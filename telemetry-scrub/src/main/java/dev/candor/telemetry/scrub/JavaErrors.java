package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.RebuiltError.Frame;
import dev.candor.telemetry.scrub.RebuiltError.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds Java exceptions: causes and suppressed included, cycles and depth limited, no message
 * read.
 *
 * <p>The chain holds the error that surfaced, its causes from the outside in, then the suppressed
 * ones with their causes; at most 16 errors with 100 frames each. Works for exceptions that
 * override their accessors: what they throw is counted and what they should have answered is left
 * out.
 */
public final class JavaErrors {
  private static final String[] JDK = {
    "java.", "javax.", "jdk.", "sun.", "com.sun.", "netscape.javascript."
  };

  private final List<String> applicationPackages;
  private final Runnable onFault;

  private JavaErrors(List<String> applicationPackages, Runnable onFault) {
    this.applicationPackages = applicationPackages;
    this.onFault = onFault;
  }

  /**
   * Rebuilds an exception.
   *
   * @param applicationPackages prefixes of the packages that count as the application's own; if
   *     there are none, everything but the JDK does
   */
  public static RebuiltError rebuild(Throwable error, List<String> applicationPackages) {
    return rebuild(error, applicationPackages, () -> {});
  }

  /**
   * Rebuilds an exception.
   *
   * @param onFault called for each accessor of the exception that threw instead of answering
   */
  public static RebuiltError rebuild(
      Throwable error, List<String> applicationPackages, Runnable onFault) {
    return new JavaErrors(applicationPackages, onFault).walk(error);
  }

  private RebuiltError walk(Throwable error) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Link> chain = new ArrayList<>();
    Deque<Throwable> suppressed = new ArrayDeque<>();
    suppressed.add(error);
    while (!suppressed.isEmpty() && chain.size() < RebuiltError.MAX_LINKS) {
      Throwable next = suppressed.remove();
      while (next != null && chain.size() < RebuiltError.MAX_LINKS && seen.add(next)) {
        chain.add(new Link(stableName(next.getClass().getName()), frames(next)));
        // Throwable.getSuppressed is final, but copies: keep no more than can ever be used.
        Throwable[] more = next.getSuppressed();
        for (int i = 0; i < more.length && suppressed.size() < RebuiltError.MAX_LINKS; i++) {
          suppressed.add(more[i]);
        }
        next = cause(next);
      }
    }
    return new RebuiltError(chain);
  }

  @SuppressWarnings("CatchingUnchecked")
  private @Nullable Throwable cause(Throwable error) {
    try {
      return error.getCause();
    } catch (Throwable hostile) {
      onFault.run();
      return null;
    }
  }

  private List<Frame> frames(Throwable error) {
    StackTraceElement[] trace;
    try {
      trace = error.getStackTrace();
    } catch (Throwable hostile) {
      onFault.run();
      return List.of();
    }
    if (trace == null) {
      onFault.run();
      return List.of();
    }
    List<Frame> frames = new ArrayList<>(Math.min(trace.length, RebuiltError.MAX_FRAMES));
    for (int i = 0; i < trace.length && frames.size() < RebuiltError.MAX_FRAMES; i++) {
      StackTraceElement element = trace[i];
      if (element == null) {
        onFault.run();
        continue;
      }
      String module = stableName(element.getClassName());
      frames.add(
          new Frame(
              module,
              element.getMethodName(),
              element.getLineNumber(),
              isOwn(module, applicationPackages)));
    }
    return frames;
  }

  /** Whether a class is the application's; without packages, everything but the JDK is. */
  static boolean isOwn(String className, List<String> applicationPackages) {
    if (applicationPackages.isEmpty()) {
      for (String prefix : JDK) {
        if (className.startsWith(prefix)) {
          return false;
        }
      }
      return true;
    }
    for (String prefix : applicationPackages) {
      if (className.startsWith(prefix)
          && (className.length() == prefix.length()
              || prefix.endsWith(".")
              || !Chars.isIdentifierPart(className.charAt(prefix.length()))
              || className.charAt(prefix.length()) == '$')) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes away what changes from run to run: {@code Foo$$Lambda$14/0x0000000800c03000} and {@code
   * Foo$$Lambda/0x…} become {@code Foo$$Lambda}, {@code $Proxy12} becomes {@code $Proxy}.
   */
  static String stableName(String className) {
    if (className.length() > 4 * Grammars.MAX_NAME) {
      return RebuiltError.UNKNOWN;
    }
    String name = className;
    int slash = name.indexOf('/');
    if (slash > 0) {
      name = name.substring(0, slash);
    }
    int lambda = name.indexOf("$$Lambda$");
    if (lambda >= 0) {
      name = name.substring(0, lambda + "$$Lambda".length());
    }
    if (name.contains("$Proxy") || name.contains("Accessor") || name.contains("LambdaForm$")) {
      int end = name.length();
      while (end > 0 && Chars.isDigit(name.charAt(end - 1))) {
        end--;
      }
      name = name.substring(0, end);
    }
    return name.isEmpty() ? RebuiltError.UNKNOWN : name;
  }
}
