package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds secrets that stand in a file, as it was written. Whole values from the environment or a
 * file are the way to do it; a default behind {@code :-} is a secret again.
 */
final class SecretRules {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{(?:env:[^}:]*(?::-)?|file:[^}]*|\\w+)}");

  /** What stands in front of a credential; Sentry names the parameter too. */
  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b(?:bearer|basic|token|apikey|key|sentry\\s+sentry_key=)(?!\\w)");

  /**
   * The last word of a setting says what it holds; {@code key_file} and {@code token_url} do not.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:.*[-_.])?(?:token|tokens|password|passwd|passphrase|secret|secrets|credential"
              + "|credentials|dsn|inline|cookie|authorization|(?:api|access|hmac|private|account"
              + "|shared|signing|secret|license|write|ingest|ingestion)[-_]?key|apikey"
              + "|key_pem|connection[-_]?string|sas|htpasswd|hmac)");

  /** Headers carry secrets under any name that a vendor chose. */
  private static final Pattern HEADER =
      Pattern.compile("(?i).*(?:key|token|secret|auth|pass|credential|dsn|cookie|team|sign).*");

  /** A value that can only be a secret, wherever it stands. */
  private static final Pattern VALUE =
      Pattern.compile(
          "(?is).*(?:-----BEGIN |\\b(?:bearer|basic)\\s+[\\w+/=.~-]{4,}|://[^/@\\s]*[^/@\\s:][^/@\\s]*@"
              + "|[?&](?:api_?key|key|token|secret|password|sig)=[^&\\s]+"
              + "|\\beyJ[\\w-]{8,}\\.[\\w-]{8,}|\\bAKIA[0-9A-Z]{16}|\\bgh[pousr]_\\w{20,}"
              + "|\\bxox[abps]-[\\w-]{10,}|\\bsk[-_]\\w[\\w-]{15,}).*");

  private SecretRules() {}

  static List<ConfigFault> faults(JsonNode file) {
    List<ConfigFault> faults = new ArrayList<>();
    visit(file, List.of(), faults);
    return faults;
  }

  private static void visit(JsonNode node, List<String> path, List<ConfigFault> faults) {
    if (isHeader(node, path)) {
      List<String> named =
          ConfigTree.with(path.subList(0, path.size() - 1), node.path("name").asText());
      if (isSecret(named, node.path("value").asText())) {
        faults.add(new ConfigFault(ConfigTree.with(path, "value"), ConfigRule.SECRET));
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(entry -> visit(entry.getValue(), ConfigTree.with(path, entry.getKey()), faults));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(node.get(i), ConfigTree.with(path, "" + i), faults);
      }
    } else if (node.isValueNode() && isSecret(path, node.asText())) {
      faults.add(new ConfigFault(path, ConfigRule.SECRET));
    }
  }

  /** The other way to write a header: {@code headers: [{name: …, value: …}]}. */
  private static boolean isHeader(JsonNode node, List<String> path) {
    return node.path("name").isTextual()
        && node.path("value").isValueNode()
        && path.size() > 1
        && path.get(path.size() - 2).equals("headers");
  }

  private static boolean isSecret(List<String> path, String value) {
    String literal = withoutReferences(value);
    if (isNamed(path)) {
      return !SCHEME.matcher(literal).replaceAll("").isBlank();
    }
    // Rules of stages hold addresses and heads of keys as patterns.
    boolean stage = !path.isEmpty() && path.get(0).equals("processors");
    return !stage && VALUE.matcher(literal).matches();
  }

  /** A default may be a reference again, so the inner ones go first. */
  private static String withoutReferences(String value) {
    String before = value;
    String after = REFERENCE.matcher(before).replaceAll("");
    while (!after.equals(before)) {
      before = after;
      after = REFERENCE.matcher(before).replaceAll("");
    }
    return after;
  }

  private static boolean isNamed(List<String> path) {
    for (int i = 1; i < path.size(); i++) {
      String name = path.get(i);
      boolean section = i < path.size() - 1 && !path.get(i + 1).matches("\\d+");
      if (!section && NAME.matcher(name).matches()) {
        return true;
      }
      boolean header = path.get(i - 1).equals("headers") || path.get(i - 1).endsWith("_headers");
      if (header && HEADER.matcher(name).matches()) {
        return true;
      }
    }
    return false;
  }
}
