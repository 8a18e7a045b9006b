package dev.candor.telemetry.processor;

import java.util.List;
import java.util.Map;

/**
 * One catalogue, checked.
 *
 * @param type the annotated interface as code names it
 * @param packageName its package, empty for none
 * @param generatedName the simple name of the generated class
 * @param lists the enums it lists, as code names them
 * @param features wire names of all features; likewise pages and crumbs
 * @param settings the keys of each enum of settings
 */
record CatalogModel(
    String type,
    String packageName,
    String generatedName,
    List<EventModel> events,
    List<String> lists,
    List<String> features,
    List<String> pages,
    List<String> crumbs,
    Map<String, List<SettingModel>> settings) {

  /** The generated class as a service file names it. */
  String generatedType() {
    return packageName.isEmpty() ? generatedName : packageName + "." + generatedName;
  }

  /** Where the registry lies. */
  String registryResource() {
    return "META-INF/candor/registry/" + type + ".yaml";
  }

  /** The keys of all enums, in order. */
  List<SettingModel> allSettings() {
    return settings.values().stream().flatMap(List::stream).toList();
  }
}
