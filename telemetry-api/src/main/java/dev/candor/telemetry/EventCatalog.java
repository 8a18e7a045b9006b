package dev.candor.telemetry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists everything an application may report. People are shown exactly this list.
 *
 * <p>The annotation processor generates, beside the annotated interface, {@code
 * <Interface>_Catalog} (the encoders), a service file, and the registry {@code
 * META-INF/candor/registry/<qualified name>.yaml}; {@code Outer_Inner_Catalog} for an interface
 * inside a class. A named module adds {@code provides dev.candor.telemetry.spi.GeneratedCatalog
 * with <Interface>_Catalog;}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EventCatalog {
  /** The event records. */
  Class<? extends Event>[] events() default {};

  /** Enums of features. */
  Class<? extends Feature>[] features() default {};

  /** Enums of pages. */
  Class<? extends Page>[] pages() default {};

  /** Enums of breadcrumbs. */
  Class<? extends Crumb>[] crumbs() default {};

  /** Enums of settings keys. */
  Class<? extends SettingKey>[] settings() default {};
}
