package dev.candor.telemetry.exporter.sentry;

import java.util.regex.Pattern;

/**
 * Takes out of the names of classes and functions what a compiler or a generator numbers: the third
 * lambda of a class is the fourth once another one stands before it. A name that a person can give
 * has no digit behind a dollar. Pure.
 */
final class StableNames {
  private static final Pattern MADE =
      Pattern.compile(
          String.join(
              "|",
              // Hashes of what makes classes at run time.
              "(?<=CGLIB\\$\\$|\\$ByteBuddy\\$|\\$MockitoMock\\$|\\$HibernateProxy\\$)\\w+",
              "(?<=_\\$\\$_jvst|_\\$\\$_javassist)\\w+",
              "[/+]0x[0-9a-fA-F]+", // the address of a hidden class
              "(?<=\\$\\$Lambda)\\$\\d+", // of lambdas up to JDK 20
              "(?<=\\$)\\d+", // lambda$run$3, access$000, Foo$1, Foo$1Local, $anonfun$run$2
              "(?<=\\$Proxy|jdk\\.proxy|lambda-|_closure)\\d+",
              "(?<=Generated(?:Method|Constructor|SerializationConstructor)Accessor)\\d+"));

  private StableNames() {}

  /** Returns a name, qualified or not, as it is after any other edit of its file. */
  static String of(String name) {
    return MADE.matcher(name).replaceAll("");
  }
}
