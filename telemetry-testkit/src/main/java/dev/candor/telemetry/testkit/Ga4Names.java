package dev.candor.telemetry.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names that Google Analytics 4 keeps for itself, as its Measurement Protocol reference and its
 * pages on event naming list them. Written apart from the exporter, so that one checks the other.
 */
final class Ga4Names {
  static final Set<String> EVENTS =
      Set.copyOf(
          List.of(
              ("ad_activeview ad_click ad_exposure ad_impression ad_query ad_reward"
                      + " adunit_exposure app_clear_data app_exception app_install app_remove"
                      + " app_store_refund app_store_subscription_cancel"
                      + " app_store_subscription_convert app_store_subscription_renew app_update"
                      + " app_upgrade click dynamic_link_app_open dynamic_link_app_update"
                      + " dynamic_link_first_open error file_download firebase_campaign"
                      + " firebase_in_app_message_action firebase_in_app_message_dismiss"
                      + " firebase_in_app_message_impression first_open first_visit form_start"
                      + " form_submit in_app_purchase notification_dismiss"
                      + " notification_foreground notification_open notification_receive"
                      + " notification_send os_update screen_view scroll session_start"
                      + " user_engagement video_progress video_start view_complete"
                      + " view_search_results")
                  .split(" ")));

  static final Set<String> PARAMETERS =
      Set.of(
          "firebase_conversion",
          "cid",
          "customer_id",
          "customerid",
          "dclid",
          "gclid",
          "sessionid",
          "sfmc_id",
          "sid",
          "srsltid",
          "uid",
          "user_id",
          "userid");

  static final Set<String> PROPERTIES =
      Set.of(
          "first_open_time",
          "first_visit_time",
          "last_deep_link_referrer",
          "user_id",
          "first_open_after_install",
          "last_advertising_id_reset",
          "last_gclid",
          "lifetime_user_engagement",
          "non_personalized_ads",
          "session_id",
          "session_number",
          "uid",
          "cid");

  static final Set<String> NUMBERS =
      Set.of("value", "level", "score", "shipping", "tax", "engagement_time_msec");

  static final Set<String> TEXTS =
      Set.of(
          "currency",
          "method",
          "content_type",
          "search_term",
          "item_id",
          "item_name",
          "group_id",
          "transaction_id",
          "coupon",
          "page_location",
          "page_title",
          "page_referrer");

  static final Map<String, Integer> LONGER =
      Map.of("page_title", 300, "page_referrer", 420, "page_location", 1000);

  private static final List<String> PREFIXES = List.of("_", "firebase_", "ga_", "google_", "gtag.");

  private Ga4Names() {}

  /** Tells whether a name begins as Google's own do. */
  static boolean isPrefixed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return PREFIXES.stream().anyMatch(lower::startsWith);
  }

  /** Tells whether a name is letters, digits and underscores, a letter first. */
  static boolean isForm(String name, int longest) {
    return name.length() <= longest && name.matches("[A-Za-z][A-Za-z0-9_]*");
  }
}
