package dev.candor.telemetry.exporter.ga4;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Google's rules for names: which ones it keeps for itself, and what ours become. Pure.
 *
 * <p>Letters, digits and underscores, a letter first, 40 characters. {@code acquisition.run}
 * becomes {@code acquisition_run}; a name that Google keeps for itself becomes {@code app_} and
 * that name.
 */
final class Ga4Names {
  /** Names of events that Google keeps for itself, of web and app streams, in lower case. */
  static final Set<String> RESERVED_EVENTS =
      Set.of(
          "ad_activeview",
          "ad_click",
          "ad_exposure",
          "ad_impression",
          "ad_query",
          "ad_reward",
          "adunit_exposure",
          "app_background",
          "app_clear_data",
          "app_exception",
          "app_install",
          "app_remove",
          "app_store_refund",
          "app_store_subscription_cancel",
          "app_store_subscription_convert",
          "app_store_subscription_renew",
          "app_update",
          "app_upgrade",
          "click",
          "dynamic_link_app_open",
          "dynamic_link_app_update",
          "dynamic_link_first_open",
          "error",
          "file_download",
          "firebase_campaign",
          "firebase_in_app_message_action",
          "firebase_in_app_message_dismiss",
          "firebase_in_app_message_impression",
          "first_open",
          "first_visit",
          "form_start",
          "form_submit",
          "in_app_purchase",
          "notification_dismiss",
          "notification_foreground",
          "notification_open",
          "notification_receive",
          "notification_send",
          "os_update",
          "page_view",
          "screen_view",
          "scroll",
          "session_start",
          "user_engagement",
          "video_complete",
          "video_progress",
          "video_start",
          "view_complete",
          "view_search_results");

  /** How names of Google's own begin, in lower case. */
  static final List<String> RESERVED_PREFIXES =
      List.of("_", "firebase_", "ga_", "google_", "gtag.", "gtag_");

  /** Parameters that name a person or a visit; an attribute of such a name is left out. */
  static final Set<String> IDENTIFYING =
      Set.of(
          "cid",
          "client_id",
          "customer_id",
          "customerid",
          "dclid",
          "firebase_conversion",
          "gclid",
          "session_id",
          "sessionid",
          "sfmc_id",
          "sid",
          "srsltid",
          "uid",
          "user_id",
          "userid");

  /** Parameters to which Google gives a type or a meaning; an attribute becomes {@code app_…}. */
  static final Set<String> MEANINGFUL =
      Set.of(
          "achievement_id",
          "affiliation",
          "app_version",
          "campaign",
          "campaign_id",
          "character",
          "content",
          "content_type",
          "coupon",
          "creative_name",
          "creative_slot",
          "currency",
          "debug_mode",
          "engagement_time_msec",
          "environment",
          "group_id",
          "ignore_referrer",
          "item_id",
          "item_list_id",
          "item_list_name",
          "item_name",
          "items",
          "language",
          "level",
          "lib_version",
          "location_id",
          "medium",
          "method",
          "page_location",
          "page_path",
          "page_referrer",
          "page_title",
          "params_left_out",
          "payment_type",
          "promotion_id",
          "promotion_name",
          "runtime",
          "score",
          "screen_resolution",
          "search_term",
          "shipping",
          "shipping_tier",
          "source",
          "tax",
          "term",
          "timestamp_micros",
          "transaction_id",
          "value",
          "virtual_currency_name");

  private static final String ALIAS = "app_";

  private Ga4Names() {}

  /** Returns the name of one of our events. */
  static String event(String name) {
    String clean = clean(name, "event");
    String lower = clean.toLowerCase(Locale.ROOT);
    boolean taken =
        RESERVED_EVENTS.contains(lower)
            || lower.startsWith("query_id")
            || isPrefixed(lower)
            || isPrefixed(name.toLowerCase(Locale.ROOT));
    return shortened(taken ? alias(clean) : clean, name);
  }

  /**
   * Returns the name of an attribute's parameter, or an empty text if it must be left out.
   *
   * @param event our event; where the name is too long, it goes without that of its event
   */
  static String parameter(String key, String event) {
    String clean = clean(key, "parameter");
    String lower = clean.toLowerCase(Locale.ROOT);
    if (IDENTIFYING.contains(lower)
        || isPrefixed(lower)
        || isPrefixed(key.toLowerCase(Locale.ROOT))) {
      return "";
    }
    if (clean.length() > Ga4Limits.NAME && key.startsWith(event + ".")) {
      return parameter(key.substring(event.length() + 1), "");
    }
    return shortened(MEANINGFUL.contains(lower) ? alias(clean) : clean, key);
  }

  /** Tells whether an application may give one of its events this name. */
  static boolean fitsEvent(String name) {
    return name.length() <= Ga4Limits.NAME
        && event(name).equals(name)
        && Ga4Table.ROWS.stream()
            .noneMatch(
                row -> row.name().equalsIgnoreCase(name) || row.event().equalsIgnoreCase(name));
  }

  /** Tells whether an application may give an attribute this name. */
  static boolean fitsParameter(String name) {
    return name.length() <= Ga4Limits.NAME && parameter(name, "").equals(name);
  }

  /** Returns a name that is not Google's. */
  static String alias(String name) {
    return ALIAS + name;
  }

  /** Tells whether a name, in lower case, begins as Google's own do. */
  static boolean isPrefixed(String lower) {
    for (String prefix : RESERVED_PREFIXES) {
      if (lower.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a name has Google's form. */
  static boolean isName(String name, int longest) {
    if (name.isEmpty() || name.length() > longest || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!isWord(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Each run of other characters is one underscore; it begins with the first letter. */
  private static String clean(String name, String otherwise) {
    StringBuilder clean = new StringBuilder(name.length());
    boolean gap = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' || !isWord(c)) {
        gap = true;
      } else if (!clean.isEmpty() || isLetter(c)) {
        if (gap && !clean.isEmpty()) {
          clean.append('_');
        }
        gap = false;
        clean.append(c);
      }
    }
    return clean.isEmpty() ? otherwise : clean.toString();
  }

  /** Cuts a long name and adds the checksum of the whole, so that two stay two. */
  private static String shortened(String name, String whole) {
    if (name.length() <= Ga4Limits.NAME) {
      return name;
    }
    CRC32 sum = new CRC32();
    sum.update(whole.getBytes(StandardCharsets.UTF_8));
    String digits = Long.toHexString(sum.getValue() | 1L << 32).substring(1);
    int end = Ga4Limits.NAME - 1 - digits.length();
    while (name.charAt(end - 1) == '_') {
      end--;
    }
    return name.substring(0, end) + "_" + digits;
  }

  private static boolean isWord(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
