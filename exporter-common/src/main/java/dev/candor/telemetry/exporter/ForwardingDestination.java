package dev.candor.telemetry.exporter;

import java.time.Duration;
import java.util.List;

/**
 * Hands everything on to another destination; a subclass changes what it must. So no decorator
 * forgets a method that a later version of the interface brings.
 */
public abstract class ForwardingDestination implements Destination {
  private final Destination next;

  /**
   * Creates one in front of another.
   *
   * @param next gets every call, {@link #close} included
   */
  protected ForwardingDestination(Destination next) {
    this.next = next;
  }

  @Override
  public String name() {
    return next.name();
  }

  @Override
  public String host() {
    return next.host();
  }

  @Override
  public Limits limits() {
    return next.limits();
  }

  @Override
  public boolean takes(Item item) {
    return next.takes(item);
  }

  @Override
  public boolean deduplicates(Sealed sealed) {
    return next.deduplicates(sealed);
  }

  @Override
  public int atOnce(Sealed sealed) {
    return next.atOnce(sealed);
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    return next.seal(items, context);
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    return next.send(sealed, timeout);
  }

  @Override
  public Check check(Duration timeout) {
    return next.check(timeout);
  }

  @Override
  public Contact contact() {
    return next.contact();
  }

  @Override
  public void close() {
    next.close();
  }
}
