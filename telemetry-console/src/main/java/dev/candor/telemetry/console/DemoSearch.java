package dev.candor.telemetry.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the planted identities in all bytes that a demo sent, and in all that arrived. */
final class DemoSearch {
  private final Shell shell;
  private final DemoFolder folder;
  private final IdentitySearch search = new IdentitySearch(IdentitySearch.PLANTED);
  private final List<IdentitySearch.Hit> hits = new ArrayList<>();
  private long bytes;

  DemoSearch(Shell shell, DemoFolder folder) {
    this.shell = shell;
    this.folder = folder;
  }

  /** Searches, and prints each finding. */
  Account.Search of(List<SentBody> sent) {
    sent.forEach(body -> look("sent/" + body.fileName(), body.bytes()));
    look("arrived.jsonl", DemoFolder.bytes(folder.arrived()));
    requests()
        .forEach(file -> look(folder.path().relativize(file).toString(), DemoFolder.bytes(file)));
    hits.forEach(
        hit ->
            shell.line("FOUND %s, %s, in %s".formatted(hit.identity(), hit.form(), hit.where())));
    return new Account.Search(search.identities(), search.forms(), bytes, hits.size());
  }

  private void look(String where, byte[] content) {
    hits.addAll(search.in(where, content));
    bytes += content.length;
  }

  /** What the vendors got, as it came. */
  private List<Path> requests() {
    if (!Files.isDirectory(folder.vendors())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder.vendors())) {
      return files.filter(file -> file.toString().endsWith(".http")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
