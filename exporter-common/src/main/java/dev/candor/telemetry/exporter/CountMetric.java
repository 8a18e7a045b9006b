package dev.candor.telemetry.exporter;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;

/** One metric of a day's totals. Its description is in the registry, not on the wire. */
final class CountMetric implements MetricData {
  private final Resource resource;
  private final String name;
  private final String unit;
  private final MetricDataType type;
  private final Data<?> data;

  CountMetric(Resource resource, String name, String unit, MetricDataType type, Data<?> data) {
    this.resource = resource;
    this.name = name;
    this.unit = unit;
    this.type = type;
    this.data = data;
  }

  @Override
  public Resource getResource() {
    return resource;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return OtelData.SCOPE;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getDescription() {
    return "";
  }

  @Override
  public String getUnit() {
    return unit;
  }

  @Override
  public MetricDataType getType() {
    return type;
  }

  @Override
  public Data<?> getData() {
    return data;
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "CountMetric[" + name + "]";
  }
}
