package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * After each test, fails it if a ledger in one of its folders does not balance (promise P8).
 *
 * <p>The folders are the {@code Path} parameters and fields of the test below the temporary folder,
 * however they came there. It works by itself where JUnit detects extensions, as in our own build,
 * and with {@link CandorFolder}.
 */
public final class LedgerCheck implements InvocationInterceptor, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(LedgerCheck.class);

  /** For JUnit. */
  public LedgerCheck() {}

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    note(call, context);
    invocation.proceed();
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    note(call, context);
    invocation.proceed();
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    note(call, context);
    invocation.proceed();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Set<Path> folders = new TreeSet<>(noted(context).paths());
    context.getTestInstance().ifPresent(instance -> folders.addAll(fields(instance)));
    List<String> faults = new ArrayList<>();
    for (Path folder : folders) {
      faults.addAll(faults(folder));
    }
    if (!faults.isEmpty()) {
      throw new AssertionError("a ledger does not balance: " + faults);
    }
  }

  /** Returns what does not balance in the stores below a folder; empty if all is well. */
  public static List<String> faults(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    for (Path store : stores(folder)) {
      faults.addAll(StoredLedger.faults(store));
    }
    return faults;
  }

  private static List<Path> stores(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("outbox.db")).filter(Files::isRegularFile).toList();
    } catch (IOException | UncheckedIOException e) {
      // A test that takes rights away, or a file that goes while it is listed.
      return List.of();
    }
  }

  private static void note(ReflectiveInvocationContext<Method> call, ExtensionContext context) {
    for (Object argument : call.getArguments()) {
      if (argument instanceof Path path && isTemporary(path)) {
        noted(context).paths().add(path);
      }
    }
  }

  private static Noted noted(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(Noted.class, key -> new Noted(new TreeSet<>()), Noted.class);
  }

  private static List<Path> fields(Object instance) {
    List<Path> paths = new ArrayList<>();
    for (Class<?> type = instance.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getType() == Path.class && field.trySetAccessible()) {
          Path path = value(field, instance);
          if (path != null && isTemporary(path)) {
            paths.add(path);
          }
        }
      }
    }
    return paths;
  }

  private static @Nullable Path value(Field field, Object instance) {
    try {
      return (Path) field.get(Modifier.isStatic(field.getModifiers()) ? null : instance);
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  private static boolean isTemporary(Path path) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    return path.isAbsolute() && path.startsWith(temporary) && !path.equals(temporary);
  }

  /** The folders that one test was given. */
  private record Noted(Set<Path> paths) {}
}
