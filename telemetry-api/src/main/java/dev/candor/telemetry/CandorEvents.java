package dev.candor.telemetry;

import dev.candor.telemetry.spi.CoreEvents;

/**
 * The catalogue of the built-in events. Every runtime reports it, so no application lists it.
 *
 * <p>Its registry also holds what all spans carry ({@code session.id}, {@code activity.outcome},
 * {@code error.type}) and what every request says about the application (the group {@code
 * candor.resource}).
 */
@EventCatalog(
    events = {
      CoreEvents.SessionStart.class,
      CoreEvents.Session.class,
      CoreEvents.FeatureUse.class,
      CoreEvents.PageView.class,
      CoreEvents.AppError.class,
      CoreEvents.SettingsReport.class
    })
public interface CandorEvents {}
