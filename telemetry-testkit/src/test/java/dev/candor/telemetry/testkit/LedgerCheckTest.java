package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

@Tag("P8")
class LedgerCheckTest {
  @Test
  void faults_balanced_isEmpty(@CandorFolder Path folder) throws Exception {
    store(
        folder, "('otlp','offered','',5),('otlp','delivered','',3),('otlp','dropped','invalid',2)");

    assertThat(LedgerCheck.faults(folder)).isEmpty();
  }

  @Test
  void faults_eachKind_isNamed(@CandorFolder Path folder) throws Exception {
    Path below = Files.createDirectory(folder.resolve("below"));
    store(
        below,
        "('a','offered','',5),('a','delivered','',3),"
            + "('b','offered','',1),('b','queued','',2),('b','purged','',-1),"
            + "('c','offered','',1),('c','forgotten','',1)");

    assertThat(LedgerCheck.faults(folder))
        .containsExactly(
            "a: offered 5, accounted for 3",
            "b: a term is negative",
            "c: a term is not one of promise P8");
    Files.delete(below.resolve("outbox.db"));
  }

  @Test
  void faults_uncheckpointedLog_isRead(@CandorFolder Path folder) throws Exception {
    try (Connection connection = open(folder);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      create(statement);
      statement.execute("INSERT INTO ledger VALUES('otlp','offered','',1)");

      assertThat(LedgerCheck.faults(folder)).hasSize(1);

      statement.execute("INSERT INTO ledger VALUES('otlp','queued','',1)");
    }
    assertThat(LedgerCheck.faults(folder)).isEmpty();
  }

  @Test
  void faults_noStore_isEmpty(@CandorFolder Path folder) throws Exception {
    assertThat(LedgerCheck.faults(folder.resolve("missing"))).isEmpty();
    Files.writeString(folder.resolve("outbox.db"), "this was damaged on purpose".repeat(100));
    assertThat(LedgerCheck.faults(folder)).isEmpty();
    Files.delete(folder.resolve("outbox.db"));
    open(folder).close();
    assertThat(LedgerCheck.faults(folder)).isEmpty();
  }

  @Test
  void afterEach_fieldThatDoesNotBalance_fails(@CandorFolder Path folder) throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    store(own, "('otlp','offered','',1)");
    ExtensionContext context = context(new HoldsFolder(own));

    assertThatThrownBy(() -> new LedgerCheck().afterEach(context))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("otlp: offered 1, accounted for 0");
    Files.delete(own.resolve("outbox.db"));
  }

  @Test
  @Tag("posix")
  void folder_isPrivateAndEmpty(@CandorFolder Path folder, @CandorFolder Path other)
      throws IOException {
    assertThat(folder).isEmptyDirectory().isNotEqualTo(other);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  private static void store(Path folder, String rows) throws SQLException {
    try (Connection connection = open(folder);
        Statement statement = connection.createStatement()) {
      create(statement);
      statement.execute("INSERT INTO ledger VALUES " + rows);
    }
  }

  private static void create(Statement statement) throws SQLException {
    statement.execute("CREATE TABLE ledger(destination TEXT, term TEXT, reason TEXT, n INTEGER)");
  }

  private static Connection open(Path folder) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
  }

  private static ExtensionContext context(Object instance) {
    return (ExtensionContext)
        Proxy.newProxyInstance(
            LedgerCheckTest.class.getClassLoader(),
            new Class<?>[] {ExtensionContext.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "getTestInstance" -> Optional.of(instance);
                  case "getStore" -> store(method);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Object store(Method method) {
    return Proxy.newProxyInstance(
        LedgerCheckTest.class.getClassLoader(),
        new Class<?>[] {method.getReturnType()},
        (proxy, called, args) -> make(args));
  }

  @SuppressWarnings("unchecked") // the store is asked for with a key and a maker
  private static Object make(Object[] args) {
    return ((Function<Object, Object>) args[1]).apply(args[0]);
  }

  /** A test with a folder in a field. */
  private static final class HoldsFolder {
    final Path folder;

    HoldsFolder(Path folder) {
      this.folder = folder;
    }
  }
}
